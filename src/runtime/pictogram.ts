import { svg } from 'lit';
import type { TemplateResult } from 'lit';

/** A Material Symbol in the current colour. Always beside its word, so it is hidden from readers. */
export const pictogram = (path: string, className = ''): TemplateResult => svg`<svg
    class="pictogram ${className}" viewBox="0 -960 960 960" aria-hidden="true" focusable="false"
  ><path d=${path}></path></svg>`;
