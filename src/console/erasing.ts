import type { ErasureReason } from '../contract/staff.ts';
import { Card } from './card.ts';
import { t } from './texts.ts';

const plain = (reference: string): string => reference.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Erasing a report for good: it is asked why, and the reference must be typed once more. */
export class Erasing extends Card {
  why: ErasureReason = 'asked';
  typed = '';

  /** @returns whether it is gone */
  async erase(reference: string): Promise<boolean> {
    if (plain(this.typed) !== plain(reference)) {
      this.error = t('erase.error.reference');
      this.told.changed();
      return false;
    }
    const gone = await this.do(
      () => this.api.erase(reference, this.why),
      (why) => t('erase.failed', { why }),
    );
    if (gone) this.told.announce(t('erase.done'));
    return gone;
  }

  protected override begin(): void {
    super.begin();
    this.why = 'asked';
    this.typed = '';
  }
}
