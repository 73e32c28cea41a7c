import { css } from 'lit';

/** Thumbnails of one size, so that a photo that arrives late moves nothing; and the large one. */
export const photoStyles = css`
  .thumbs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
    gap: 0.75rem;
  }

  .thumb,
  .no-photo {
    display: block;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    padding: 0.3rem;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }

  .thumb {
    cursor: zoom-in;
  }

  .thumb:hover {
    border-color: var(--linden);
    background: var(--wash);
  }

  .thumb img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    border-radius: 9px;
  }

  .no-photo {
    display: grid;
    place-content: center;
    padding: 0.5rem;
    border-style: dashed;
    color: var(--soft);
    font-size: 1.0625rem;
    line-height: 1.3;
    text-align: center;
  }

  dialog {
    inline-size: min(96vw, 80rem);
    max-inline-size: none;
    block-size: 96vh;
    max-block-size: none;
    padding: 1rem;
    border: 0;
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
  }

  dialog::backdrop {
    background: rgb(29 27 22 / 0.75);
  }

  .position {
    font-weight: 700;
  }

  .frame {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    background: #efe9dc;
    border-radius: 8px;
  }

  .frame img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }

  .zoom-2 img {
    inline-size: 200%;
    block-size: 200%;
  }

  .zoom-4 img {
    inline-size: 400%;
    block-size: 400%;
  }

  .frame:focus-visible {
    outline-offset: -4px;
    box-shadow: inset 0 0 0 10px #ffbf1f;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }

  .controls .primary {
    margin-inline-start: auto;
  }
`;
