import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { linkTo, shownPhone } from '../format.ts';

/** A phone number or an e-mail address as a link that dials or writes; anything else as it is. */
export function reachLink(reach: string): TemplateResult {
  const href = linkTo(reach);
  if (!href) return html`<bdi>${reach}</bdi>`;
  const words = href.startsWith('tel:') ? shownPhone(reach) : reach;
  return html`<a class="reach" href=${href}><bdi dir="ltr">${words}</bdi></a>`;
}
