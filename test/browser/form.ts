import '../../components/repair-form/define.ts';
import type { RepairForm } from '../../components/repair-form/repair-form.ts';
import { loaders } from '../../src/generated/texts.ts';
import type { FileName, Lang } from '../../src/generated/texts.ts';
import type { KitElement } from '../../src/runtime/kit-element.ts';
import { configureKit } from '../../src/runtime/kit.ts';
import type { KitOptions } from '../../src/runtime/kit.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import { demoProfile } from './demo-profile.ts';
import './history-room.ts';
import { waitUntil } from './until.ts';

type KitTag = Extract<keyof HTMLElementTagNameMap, `kt-${string}`>;

/** The repair form on a page, and what a person does with it. */

/** As a new visitor: nothing typed, no language chosen, at the start of a history. */
export function newVisitor(change: Partial<KitOptions> = {}): void {
  sessionStorage.clear();
  localStorage.clear();
  history.replaceState(null, '');
  configureKit({
    profile: demoProfile,
    loadTexts: async (language, file) =>
      (await loaders[language as Lang][file as FileName]()).default,
    ...change,
  });
}

export async function openForm(attributes: Record<string, string> = {}): Promise<RepairForm> {
  return openElement('kt-repair-form', attributes);
}

/** Any element of the kit. */
export async function openElement<T extends KitTag>(
  tag: T,
  attributes: Record<string, string> = {},
): Promise<HTMLElementTagNameMap[T]> {
  const form = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  document.body.append(form);
  await form.ready;
  await form.updateComplete;
  return form;
}

/** Until it is written down as it stands there: a page that is left before that has nothing to find. */
export const kept = <S>(name: string, fits: (state: S) => unknown): Promise<void> =>
  waitUntil(async () => {
    const state = await draftOfTab<S>(name).load();
    return state !== undefined && fits(state);
  }, 'It is not written down');

const all = <E extends HTMLElement>(form: KitElement, selector: string): E[] => [
  ...form.renderRoot.querySelectorAll<E>(selector),
];
const words = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

/** What stands on the screen. */
export const read = (form: KitElement): string =>
  (form.renderRoot.querySelector('.frame')?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const heading = (form: KitElement): string => {
  const found = form.renderRoot.querySelector('[data-heading]');
  return found ? words(found) : '';
};

/** The button, link or disclosure with these words. @throws when there is none */
export function control(form: KitElement, name: string | RegExp): HTMLElement {
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  const candidates = all(form, 'button, a, summary');
  const found =
    candidates.find((each) => fits(words(each))) ??
    candidates.find((each) => typeof name === 'string' && words(each).startsWith(name));
  if (!found) throw new Error(`No "${name}" among: ${candidates.map(words).join(' | ')}`);
  return found;
}

/** Presses it by the keyboard: the tremor guard holds back fingers only. */
export async function choose(form: KitElement, name: string | RegExp): Promise<void> {
  control(form, name).click();
  await form.updateComplete;
}

/** Ticks or picks what has these words. */
export async function pick(form: KitElement, name: string): Promise<void> {
  const label = all<HTMLLabelElement>(form, 'label.option').find((each) =>
    words(each).startsWith(name),
  );
  if (!label) throw new Error(`No choice "${name}" on "${heading(form)}"`);
  label.querySelector('input')!.click();
  await form.updateComplete;
}

/** The text field with this id. */
export const field = (form: KitElement, id: string): HTMLInputElement | HTMLTextAreaElement => {
  const found = form.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`No field "${id}" on "${heading(form)}"`);
  return found;
};

export async function fill(form: KitElement, id: string, value: string): Promise<void> {
  const control = field(form, id);
  control.value = value;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await form.updateComplete;
}

/** Until the screen says this. */
export const says = (form: KitElement, text: string): Promise<void> =>
  waitUntil(
    () => read(form).includes(text),
    () => `"${text}" in: ${read(form)}`,
  );

export const onScreen = (form: KitElement, title: string): Promise<void> =>
  waitUntil(
    () => heading(form) === title,
    () => `"${title}", not "${heading(form)}"`,
  );
