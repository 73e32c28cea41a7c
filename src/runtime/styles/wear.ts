import { adoptStyles } from 'lit';
import type { CSSResult, LitElement } from 'lit';

const worn = new WeakMap<LitElement, Set<CSSResult>>();

/**
 * Puts styles on an element that come after its first screen, with what they are for.
 * @param under so many of its own styles are the kit's and stay under these; the others still win
 */
export function wear(element: LitElement, under: number, styles: CSSResult): void {
  const all = worn.get(element) ?? new Set();
  worn.set(element, all.add(styles));
  const { elementStyles } = element.constructor as typeof LitElement;
  const [kit, own] = [elementStyles.slice(0, under), elementStyles.slice(under)];
  adoptStyles(element.renderRoot as ShadowRoot, [...kit, ...all, ...own]);
}
