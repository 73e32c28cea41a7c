import type { TemplateResult } from 'lit';
import { isKept, keepThisTab } from '../storage/keep-tab.ts';
import type { Texts } from '../texts.ts';
import { toggleField } from './toggle.ts';

/** "Dit is mijn eigen telefoon of computer. Bewaar wat ik invul." */
export const keepControl = (host: { texts: Texts; requestUpdate(): void }): TemplateResult =>
  toggleField({
    id: 'keep',
    label: host.texts.t('frame:keep.label'),
    hint: host.texts.t('frame:keep.hint'),
    checked: isKept(),
    change: (on) => {
      keepThisTab(on);
      host.requestUpdate();
    },
  });
