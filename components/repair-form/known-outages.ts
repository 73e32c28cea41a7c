import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PublicProfile } from '../../src/contract/profile.ts';
import { untilItWorks } from '../../src/runtime/patience.ts';
import type { FirstScreens } from './gate.ts';

/** Known outages on her screens. Hardly ever is there one: only then is anything fetched for it. */
export class KnownOutages {
  readonly #ofPage: () => string | undefined;
  #notices:
    | ((form: FirstScreens, postcode: string | undefined) => TemplateResult | typeof nothing)
    | undefined;

  /**
   * @param ofPage her postcode, where the page knows it
   * @param changed there is more to show
   */
  constructor(
    { outages = [] }: PublicProfile,
    ofPage: () => string | undefined,
    changed: () => void,
  ) {
    this.#ofPage = ofPage;
    if (outages.length) void this.#fetch(changed);
  }

  async #fetch(changed: () => void): Promise<void> {
    const module = await untilItWorks(() => import('./screens/outages.ts'));
    this.#notices = module?.outageNotices;
    changed();
  }

  /** Where the repair is, as far as anybody has said. */
  postcode({ state }: FirstScreens): string | undefined {
    return state.answers.address?.postcode || this.#ofPage();
  }

  /** Hers, or, while nobody knows where she lives, those of everybody. */
  notices(form: FirstScreens): TemplateResult | typeof nothing {
    return this.#notices?.(form, this.postcode(form)) ?? nothing;
  }
}
