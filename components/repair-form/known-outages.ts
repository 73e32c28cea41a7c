import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PublicProfile } from '../../src/contract/profile.ts';
import { untilItWorks } from '../../src/runtime/patience.ts';
import type { FirstScreens } from './gate.ts';

/** Known outages on her screens. Hardly ever is there one: only then is anything fetched for it. */
export class KnownOutages {
  /** What the page knows of where she lives. */
  readonly postcode: () => string | undefined;
  #notices: ((form: FirstScreens) => TemplateResult | typeof nothing) | undefined;

  /** @param changed there is more to show */
  constructor(
    { outages = [] }: PublicProfile,
    postcode: () => string | undefined,
    changed: () => void,
  ) {
    this.postcode = postcode;
    if (outages.length) void this.#fetch(changed);
  }

  async #fetch(changed: () => void): Promise<void> {
    const module = await untilItWorks(() => import('./screens/outages.ts'));
    this.#notices = module?.outageNotices;
    changed();
  }

  /** Hers, or, while nobody knows where she lives, those of everybody. */
  notices(form: FirstScreens): TemplateResult | typeof nothing {
    return this.#notices?.(form) ?? nothing;
  }
}
