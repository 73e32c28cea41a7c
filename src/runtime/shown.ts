import type { TemplateResult } from 'lit';

/**
 * Texts that are shown as more than their letters. To everybody else (an attribute, an event, what is
 * announced, another text that it is put into) such a text is the string that it says it is; Lit, which
 * looks for a template before it looks for letters, shows the template (lit-html 3.3, `ChildPart`). So
 * what holds for every text is one rule, in the function that gives texts, and no screen can forget it.
 */
export const shownAs = (text: string, template: TemplateResult, dutch = text): string =>
  Object.assign(Object(text) as object, template, { dutch }) as unknown as string;

/** What a text, or a number, that is put into another text says in Dutch. */
export const inDutch = (value: string | number): string | number =>
  typeof value === 'object' ? (value as { dutch: string }).dutch : value;
