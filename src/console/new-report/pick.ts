import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { t } from '../texts.ts';

export interface Option {
  value: string;
  label: string;
}

/** Without accents and capitals: how a typed beginning is held against a label. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');

/**
 * What fits what was typed: a word that begins so, then what has it anywhere, then what it may mean.
 *
 * @param meant values that the words may mean, best first
 */
export function fitting(
  options: readonly Option[],
  typed: string,
  meant: readonly string[] = [],
): readonly Option[] {
  const sought = plain(typed).trim();
  if (!sought) return options;
  const rank = ({ value, label }: Option): number => {
    const said = plain(label);
    if (said.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(sought))) return 0;
    if (said.startsWith(sought) || said.includes(sought)) return 1;
    const place = meant.indexOf(value);
    return place < 0 ? Infinity : 2 + place;
  };
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((each) => each.rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}

export interface Pick {
  id: string;
  label: string;
  error?: string | undefined;
  /** Those that fit what is typed. */
  options: readonly Option[];
  chosen: Option | undefined;
  /** Undefined while nothing is being typed. */
  typed: string | undefined;
  marked: number;
  /** Whether the list is shown: while she is in it, or nothing is chosen yet. */
  open: boolean;
  type: (typed: string) => void;
  choose: (value: string) => void;
}

/** The focus stays in the text box, which takes every key (WAI-ARIA: aria-activedescendant). */
const never = (): void => undefined;

/** A list with type-ahead (WAI-ARIA: combobox with a listbox): a few letters, or the number. */
export function pick(field: Pick): TemplateResult {
  const { id, label, options, chosen, typed, open, error } = field;
  const marked = Math.min(field.marked, options.length - 1);
  const optionId = (index: number) => `${id}-option-${index}`;
  return html`<div class="pick" data-pick=${id}>
    <label for=${id} id="${id}-label">${label}</label>
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    <input
      id=${id}
      data-stop=${id}
      type="text"
      role="combobox"
      aria-labelledby="${id}-label"
      autocomplete="off"
      spellcheck="false"
      aria-autocomplete="list"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls="${id}-list"
      aria-activedescendant=${open && marked >= 0 && typed !== undefined ? optionId(marked) : nothing}
      aria-describedby=${error ? `${id}-error` : nothing}
      aria-invalid=${error ? 'true' : nothing}
      .value=${typed ?? chosen?.label ?? ''}
      @input=${(event: Event) => field.type((event.target as HTMLInputElement).value)}
    />
    <ul class="row" role="listbox" id="${id}-list" aria-label=${label} ?hidden=${!open}>
      ${
        open
          ? options.map(
              (option, index) =>
                html`<li
                  role="option"
                  id=${optionId(index)}
                  class="option ${typed !== undefined && index === marked ? 'marked' : ''}"
                  aria-selected=${option.value === chosen?.value ? 'true' : 'false'}
                  @pointerdown=${(event: Event) => event.preventDefault()}
                  @click=${() => field.choose(option.value)}
                  @keydown=${never}
                >
                  ${index < 9 ? html`<kbd aria-hidden="true">${index + 1}</kbd>` : nothing}
                  <span>${option.label}</span>
                </li>`,
            )
          : nothing
      }
    </ul>
    ${open && !options.length && !error ? html`<p class="hint">${t('new.pick.none')}</p>` : nothing}
  </div>`;
}
