import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Report } from '../contract/staff.ts';
import { photoStyles } from './styles/photos.ts';
import { shared } from './styles/shared.ts';
import { t } from './texts.ts';

type Picture = Report['pictures'][number];

/** Times the size at which the whole photo fits the window. */
const ZOOMS = [1, 2, 4] as const;

/**
 * @summary The photos of a report, small; one of them large in a dialog, with zoom and its neighbours.
 */
export class ConsolePhotos extends LitElement {
  static override styles = [shared, photoStyles];

  /** In the order in which she took them. */
  @property({ attribute: false }) pictures: readonly Picture[] = [];
  /** Index of the photo that is large. */
  @state() private at = 0;
  @state() private zoom = 0;
  /** Ids of photos whose file did not come. */
  @state() private missing: ReadonlySet<string> = new Set();

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private openAt(index: number): void {
    this.at = index;
    this.zoom = 0;
    this.dialog?.showModal();
  }

  /** The next one that can be looked at, in either direction; the last is the last. */
  private neighbour(step: 1 | -1): number | undefined {
    for (let index = this.at + step; this.pictures[index]; index += step)
      if (this.canShow(this.pictures[index])) return index;
    return undefined;
  }

  private canShow = (picture: Picture | undefined): boolean =>
    picture?.state === 'ready' && !this.missing.has(picture.id);

  private move(step: 1 | -1): void {
    const index = this.neighbour(step);
    if (index === undefined) return;
    this.at = index;
    this.zoom = 0;
  }

  private setZoom(zoom: number): void {
    this.zoom = Math.max(0, Math.min(ZOOMS.length - 1, zoom));
  }

  private keys = (event: KeyboardEvent): void => {
    // On a large photo the arrows move the photo itself.
    if (this.zoom === 0 && event.key === 'ArrowRight') this.move(1);
    else if (this.zoom === 0 && event.key === 'ArrowLeft') this.move(-1);
    else if (event.key === '+' || event.key === '=') this.setZoom(this.zoom + 1);
    else if (event.key === '-') this.setZoom(this.zoom - 1);
    else return;
    event.preventDefault();
  };

  private lose(id: string): void {
    this.missing = new Set([...this.missing, id]);
  }

  /** A photo that becomes larger does so from its middle. */
  protected override updated(changed: PropertyValues): void {
    const frame = changed.has('zoom') && this.renderRoot.querySelector('.frame');
    if (!frame) return;
    frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
    frame.scrollTop = (frame.scrollHeight - frame.clientHeight) / 2;
  }

  private thumb(picture: Picture, index: number): TemplateResult {
    const number = index + 1;
    const count = this.pictures.length;
    if (picture.state !== 'ready')
      return html`<p class="no-photo">${t(`photos.${picture.state}`, { number })}</p>`;
    if (this.missing.has(picture.id))
      return html`<p class="no-photo">${t('photos.missing', { number })}</p>`;
    return html`<button
      class="thumb"
      type="button"
      aria-label=${t('photos.open', { number, count })}
      aria-haspopup="dialog"
      @click=${() => this.openAt(index)}
    >
      <img src=${picture.url} alt="" @error=${() => this.lose(picture.id)} />
    </button>`;
  }

  private large(): TemplateResult | typeof nothing {
    const picture = this.pictures[this.at];
    if (!picture || !this.canShow(picture)) return nothing;
    const place = { number: this.at + 1, count: this.pictures.length };
    const zoom = ZOOMS[this.zoom] ?? 1;
    return html`
      <p class="position" id="position" role="status">
        ${zoom === 1 ? t('photos.position', place) : t('photos.position.zoomed', { ...place, zoom })}
      </p>
      <div
        class="frame zoom-${zoom}"
        role=${zoom === 1 ? nothing : 'group'}
        aria-label=${zoom === 1 ? nothing : t('photos.pan')}
        tabindex=${zoom === 1 ? nothing : '0'}
      >
        <img src=${picture.url} alt=${t('photos.alt', place)} />
      </div>
    `;
  }

  private control(words: string, act: () => void, can: boolean): TemplateResult {
    // Stays focusable at the end of the row, so that the focus is never lost.
    return html`<button
      class="button"
      type="button"
      aria-disabled=${can ? nothing : 'true'}
      @click=${act}
    >
      ${words}
    </button>`;
  }

  override render(): TemplateResult {
    const inDialog = this.pictures.length > 0;
    return html`
      <ul class="thumbs">
        ${this.pictures.map((picture, index) => html`<li>${this.thumb(picture, index)}</li>`)}
      </ul>
      <dialog aria-label=${t('photos.title')} @keydown=${this.keys}>
        ${inDialog ? this.large() : nothing}
        <div class="controls">
          ${this.control(
            t('photos.previous'),
            () => this.move(-1),
            this.neighbour(-1) !== undefined,
          )}
          ${this.control(t('photos.next'), () => this.move(1), this.neighbour(1) !== undefined)}
          ${this.control(
            t('photos.zoom-in'),
            () => this.setZoom(this.zoom + 1),
            this.zoom < ZOOMS.length - 1,
          )}
          ${this.control(t('photos.zoom-out'), () => this.setZoom(this.zoom - 1), this.zoom > 0)}
          <button class="button primary" type="button" @click=${() => this.dialog?.close()}>
            ${t('photos.close')}
          </button>
        </div>
      </dialog>
    `;
  }
}

if (!customElements.get('console-photos')) customElements.define('console-photos', ConsolePhotos);
