import { html } from 'hono/html';
import { LIMITS } from '../../contract/checks.ts';
import type { Html, PlainPage } from './page.ts';

/** The name of the file control, and of what went wrong with the files chosen just now. */
export const PHOTO_FILES = 'files';

/** What is here already, one by one, and a control for more. */
export function photosField({ say }: PlainPage, photos: readonly string[]): Html {
  return html`${
      photos.length
        ? html`<ul class="photos">
            ${photos.map(
              (photo, index) =>
                html`<li>
                  <span class="open">✓ ${say('desk:photos.received', { number: index + 1 })}</span>
                  <button class="link" name="do" value="remove:${photo}">
                    ${say('photos:remove', { number: index + 1 })}
                  </button>
                </li>`,
            )}
          </ul>`
        : ''
    }
    ${
      photos.length >= LIMITS.photos
        ? html`<p>${say('photos:full')}</p>`
        : html`<div class="field">
            <label class="name" for="files">${say('desk:photos.choose')}</label>
            <p class="hint" id="files-hint">${say('desk:photos.how')}</p>
            <input
              class="files"
              type="file"
              id="files"
              name="${PHOTO_FILES}"
              multiple
              accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
              aria-describedby="files-hint"
            />
            <button class="button" name="do" value="add">${say('desk:photos.add')}</button>
          </div>`
    }
    <p class="hint">${say('photos:people')}</p>`;
}
