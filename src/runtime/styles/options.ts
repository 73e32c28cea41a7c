import { css } from 'lit';

/** A choice that marks: a round or a square, its words, and the whole of it to press. */
export const optionStyles = css`
  .option {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.8em;
    min-block-size: var(--target);
    padding: 0.5em 0.9em;
    background: var(--card);
    border: 2px solid var(--line);
    border-radius: var(--radius);
    cursor: pointer;
    touch-action: manipulation;
  }
  .option input {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    background: var(--card);
    border: 2px solid var(--ink);
    border-radius: 50%;
    cursor: inherit;
  }
  .option input[type='checkbox'] {
    border-radius: 6px;
  }
  .option input:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .option:has(input:focus-visible) {
    outline: 4px solid var(--focus-ring);
    outline-offset: 2px;
    box-shadow: 0 0 0 10px var(--focus-glow);
  }
  .option input::before {
    content: '';
    inline-size: 0.8em;
    block-size: 0.8em;
    border-radius: 50%;
    background: var(--action);
    opacity: 0;
  }
  .option input[type='checkbox']::before {
    inline-size: 0.45em;
    block-size: 0.85em;
    margin-block-start: -0.2em;
    border-radius: 0;
    background: none;
    border: solid var(--action);
    border-width: 0 0.18em 0.18em 0;
    rotate: 45deg;
  }
  .option input:checked::before {
    opacity: 1;
  }
  .option:has(input:checked) {
    background: var(--wash);
    border-color: var(--action);
    box-shadow: inset 0 0 0 2px var(--action);
  }
  .option.alone {
    margin-block: 1em;
  }
  .option small {
    display: block;
    font-size: 0.85em;
    font-weight: 400;
    color: var(--soft);
  }
  /* Not Highlight: it is a ground for HighlightText, and need not stand out from Canvas (Firefox on
     Linux: 3 to 1). */
  @media (forced-colors: active) {
    .option:has(input:checked) {
      outline: 3px solid CanvasText;
    }
    .option input::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .option input[type='checkbox']::before {
      border-color: CanvasText;
      background: none;
    }
  }
`;
