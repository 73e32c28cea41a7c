import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { LIMITS } from '../../contract/checks.ts';
import camera from '../../generated/pictograms/photo_camera.ts';
import library from '../../generated/pictograms/photo_library.ts';
import { pictogram } from '../pictogram.ts';
import type { Texts } from '../texts.ts';
import type { PhotoShelf } from '../upload/photo-shelf.ts';

export interface PhotosField {
  texts: Texts;
  shelf: PhotoShelf;
  photos: readonly string[];
  /** Those that the desk has; left out where there is no desk to send them to. */
  uploaded?: readonly string[];
  /** Those of which the desk has yet to say whether it can open them. */
  unchecked?: readonly string[];
  add: (files: readonly File[]) => void;
  remove: (photo: string) => void;
}

/** What could not be used, in words, each once; `by` the desk alone, or by all. */
export const photoNotices = ({ t }: Texts, { notices }: PhotoShelf, by?: 'desk'): string[] => [
  ...new Set(
    [...notices]
      .filter(([, who]) => !by || who === by)
      .map(([why]) => t(why === 'empty' ? 'photos:unreadable' : `photos:${why}`)),
  ),
];

/** Photos with preview and progress; camera or library; always skippable. */
export function photosField(field: PhotosField): TemplateResult {
  const { texts, shelf, photos } = field;
  const { t } = texts;
  const some = photos.length > 0;
  return html`
    <div role="status">
      ${photoNotices(texts, shelf).map((text) => html`<p class="notice warn">${text}</p>`)}
      ${shelf.preparing ? html`<p class="notice">${t('photos:preparing')}</p>` : nothing}
    </div>
    <ul class="photos">
      ${photos.map((photo, index) => onePhoto(field, photo, index + 1))}
    </ul>
    ${
      photos.length >= LIMITS.photos
        ? html`<p>${t('photos:full')}</p>`
        : html`<div class="options">
            ${picker(camera, t(some ? 'photos:more' : 'photos:take'), field.add, {
              id: 'photos',
              fromCamera: true,
            })}
            ${picker(library, t(some ? 'photos:more-choose' : 'photos:choose'), field.add)}
          </div>`
    }
    <p class="hint">${t('photos:people')}</p>
  `;
}

const picture = (shelf: PhotoShelf, photo: string, name: string): TemplateResult => {
  const preview = shelf.preview(photo);
  return preview
    ? html`<img src=${preview} alt=${name} />`
    : html`<span class="blank" role="img" aria-label=${name}>${pictogram(library)}</span>`;
};

/** Once more, where every answer is checked: small, each with its number for who does not see it. */
export const photoStrip = (
  { t }: Texts,
  shelf: PhotoShelf,
  photos: readonly string[],
): TemplateResult => html`
  <ul class="plain strip">
    ${photos.map(
      (photo, index) =>
        html`<li>${picture(shelf, photo, t('photos:one', { number: index + 1 }))}</li>`,
    )}
  </ul>
`;

function onePhoto(field: PhotosField, photo: string, number: number): TemplateResult {
  const { texts, shelf } = field;
  const { t } = texts;
  const name = t('photos:one', { number });
  return html`<li class="photo">
    ${picture(shelf, photo, name)}
    <div>
      <p><strong>${name}</strong></p>
      ${field.uploaded ? howFar(field, photo, name) : nothing}
      <button
        type="button"
        class="link"
        aria-label=${t('photos:remove', { number })}
        @click=${() => field.remove(photo)}
      >
        ${t('frame:remove')}
      </button>
    </div>
  </li>`;
}

function howFar(field: PhotosField, photo: string, name: string): TemplateResult {
  const { texts, shelf, uploaded = [], unchecked = [] } = field;
  if (!uploaded.includes(photo))
    return html`<progress max="1" .value=${shelf.share(photo)} aria-label=${name}></progress>
      <p class="soft">${texts.t('photos:sending')}</p>`;
  return html`<p class="open">✓&nbsp;${texts.t('photos:sent')}</p>
    ${unchecked.includes(photo) ? html`<p class="soft">${texts.t('photos:looking')}</p>` : nothing}`;
}

/** The native control lies over the button, so that the keyboard, the reader and the tap reach it. */
function picker(
  path: string,
  label: string,
  add: (files: readonly File[]) => void,
  { id, fromCamera = false }: { id?: string; fromCamera?: boolean } = {},
): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length) add(files);
  };
  return html`<div class="file-input">
    <span class="button file" aria-hidden="true">${pictogram(path)} ${label}</span>
    <input
      id=${id ?? nothing}
      type="file"
      accept="image/*"
      capture=${fromCamera ? 'environment' : nothing}
      ?multiple=${!fromCamera}
      aria-label=${label}
      @change=${chosen}
    />
  </div>`;
}
