import { css } from 'lit';

/** Fields: text boxes, tiles, photos, errors, check-answers. None is on a first screen. */
export const fieldStyles = css`
  .field {
    margin: 1.2em 0;
  }
  fieldset {
    margin: 1.2em 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend,
  label.name {
    display: block;
    padding: 0;
    margin-block-end: 0.2em;
    font-weight: 700;
  }
  .hint {
    margin: 0 0 0.3em;
    font-size: 0.85em;
    color: var(--soft);
  }
  /* "(niet verplicht)" and its Dutch are one remark, each with brackets of its own. */
  .optional > .dutch {
    display: inline-block;
    margin-inline: 0.3em;
  }
  input.text,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--target);
    padding: 0.4em 0.6em;
    font: inherit;
    color: var(--ink);
    background: var(--card);
    border: 2px solid var(--line);
    border-radius: 10px;
  }
  textarea {
    min-block-size: 6em;
    resize: vertical;
  }
  input.short {
    max-inline-size: 9em;
  }
  input.ltr {
    direction: ltr;
    text-align: start;
  }
  [dir='rtl'] input.ltr {
    text-align: end;
  }
  .invalid input.text,
  .invalid textarea {
    border-color: var(--danger);
    border-width: 3px;
  }
  .invalid {
    padding-inline-start: 0.8em;
    border-inline-start: 6px solid var(--danger);
  }
  .error {
    margin: 0 0 0.3em;
    font-weight: 700;
    color: var(--danger);
  }
  .summary {
    margin: 1em 0;
    padding: 0.8em 1em;
    background: var(--card);
    border: 4px solid var(--danger);
    border-radius: var(--radius);
  }
  .summary h3 {
    margin: 0 0 0.3em;
  }
  .summary ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .summary a {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
    font-weight: 700;
    color: var(--danger);
  }

  details.why {
    margin-block-start: 8px;
  }
  details.why summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
    font-size: 0.85em;
    font-weight: 600;
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
    list-style: none;
  }
  :is(details.why summary, .summary a):has(> .dutch) {
    flex-wrap: wrap;
  }
  details.why summary::-webkit-details-marker {
    display: none;
  }
  details.why p {
    padding: 0.5em 0.8em;
    background: var(--wash);
    border-radius: 10px;
    font-size: 0.9em;
  }

  .options,
  .tiles {
    display: grid;
    gap: var(--gap);
  }
  .tiles {
    grid-template-columns: repeat(auto-fill, minmax(min(7.2em, 100%), 1fr));
  }
  .option.tile {
    flex-direction: column;
    align-items: flex-start;
    justify-content: flex-start;
    gap: 0.3em;
    min-block-size: 6em;
    font-weight: 650;
    line-height: 1.3;
  }
  .option.tile .pictogram {
    color: var(--action);
  }
  .option.tile input {
    position: absolute;
    inset-block-start: 0.6em;
    inset-inline-end: 0.6em;
  }
  .option .mark {
    display: none;
    font-size: 0.85em;
    font-weight: 700;
    color: var(--action);
  }
  .option:has(input:checked) .mark {
    display: block;
  }

  legend {
    margin-block-end: 0.4em;
  }
  .options + .hint {
    margin-block-start: 0.8em;
  }

  .notice > p:last-child {
    margin: 0;
  }

  .photos {
    display: grid;
    gap: var(--gap);
    margin: 0 0 1em;
    padding: 0;
    list-style: none;
  }
  .photo {
    display: grid;
    grid-template-columns: minmax(3em, 6em) minmax(7.4em, 1fr);
    gap: 0.8em;
    align-items: start;
    padding: 0.6em;
    background: var(--card);
    border: 2px solid var(--line);
    border-radius: var(--radius);
  }
  :is(.photo, .strip) :is(img, .blank) {
    display: grid;
    inline-size: 100%;
    aspect-ratio: 1;
    object-fit: cover;
    background: var(--table);
    border-radius: 8px;
  }
  .blank {
    place-content: center;
  }
  .photo p {
    margin: 0.2em 0;
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 10px;
    border: 0;
    border-radius: 5px;
    background: var(--table);
    overflow: clip;
  }
  progress::-webkit-progress-bar {
    background: var(--table);
  }
  progress::-webkit-progress-value {
    background: var(--action);
  }
  progress::-moz-progress-bar {
    background: var(--action);
  }
  .button.file {
    border-style: dashed;
    border-color: var(--action);
    background: var(--wash);
  }
  .file-input {
    position: relative;
  }
  .file-input input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .file-input:has(input:focus-visible) .button {
    outline: 4px solid var(--focus-ring);
    outline-offset: 2px;
    box-shadow: 0 0 0 10px var(--focus-glow);
  }

  dl.answers {
    margin: 0;
  }
  dl.answers > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1em;
    padding: 0.6em 0;
    border-block-end: 2px solid var(--table);
  }
  dl.answers dt {
    font-size: 0.85em;
    color: var(--soft);
  }
  dl.answers dd {
    grid-column: 1;
    margin: 0;
    font-weight: 650;
  }
  dl.answers bdi:not(.number) {
    white-space: pre-line;
  }
  dl.answers .media {
    font-weight: inherit;
  }
  .media p {
    margin: 0.2em 0 0.4em;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0.4em 0;
  }
  .strip :is(img, .blank) {
    inline-size: 4.2em;
  }
  dl.answers .change {
    grid-column: 2;
    grid-row: 1 / 4;
    align-self: center;
  }

  .clear {
    margin-block-start: 3em;
    padding-block-start: 0.5em;
    border-block-start: 2px solid var(--table);
  }

  /* A word is never broken for the air beside it. */
  @container (max-width: 23em) {
    .option.tile {
      padding-inline: 0.4em;
    }
  }
  @container (max-width: 21.5em) {
    .tiles {
      grid-template-columns: minmax(0, 1fr);
    }
    .option.tile {
      flex-direction: row;
      align-items: center;
      gap: 0.5em;
      min-block-size: var(--target);
      padding-inline-end: 2.3em;
    }
    .option.tile > .pictogram {
      inline-size: 2em;
      block-size: 2em;
    }
    .option.tile input {
      inset-block: 0;
      margin-block: auto;
    }
    dl.answers > div {
      grid-template-columns: minmax(0, 1fr);
    }
    dl.answers .change {
      grid-column: 1;
      grid-row: auto;
      justify-self: start;
    }
  }
  /* So narrow that a word needs the whole width: the pictogram stands above it. */
  @container (max-width: 17em) {
    .photo {
      grid-template-columns: minmax(0, 1fr);
    }
    .option.tile {
      flex-direction: column;
      align-items: flex-start;
      gap: 0.3em;
      padding-inline-end: 0.5em;
    }
    .option.tile input {
      inset-block: 0.6em auto;
      margin-block: 0;
    }
  }
`;
