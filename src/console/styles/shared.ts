import { css } from 'lit';

/** Colours, type and controls: for the page and for the photos, each in its own root. */
export const shared = css`
  :host {
    --ink: #1d1b16;
    --soft: #4a463d;
    --paper: #fbf7ef;
    --card: #ffffff;
    --linden: #0c5443;
    --linden-deep: #083b30;
    --wash: #e6f1ec;
    --table: #f3e4c8;
    --edge: #8a5a1f;
    --danger: #9c1c12;
    --danger-wash: #fdece8;
    --soon: #6b4300;
    --soon-wash: #fff3d6;
    --line: #8a8170;
    --hair: #e0d5c0;
    --radius: 14px;
    display: block;
    /* What somebody typed may be one word of two hundred letters. */
    overflow-wrap: anywhere;
    color: var(--ink);
    font:
      1.125rem/1.5 'Atkinson Hyperlegible Next Variable',
      'Noto Sans Variable',
      'Noto Sans Arabic Variable',
      system-ui,
      sans-serif;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  h1,
  h2,
  h3 {
    margin: 0;
    padding: 0;
  }

  /* Here a word decides how wide its column is. */
  th,
  nav {
    overflow-wrap: break-word;
  }

  ul,
  ol {
    list-style: none;
  }

  h1,
  h2,
  h3 {
    line-height: 1.2;
    font-weight: 750;
    text-wrap: balance;
  }

  a {
    color: var(--linden);
    text-underline-offset: 0.2em;
  }

  :focus-visible {
    outline: 4px solid var(--ink);
    outline-offset: 2px;
    border-radius: 6px;
    box-shadow: 0 0 0 10px #ffbf1f;
  }

  h1:focus,
  h2:focus,
  p:focus {
    outline: none;
    box-shadow: none;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    padding: 0.4rem 1rem;
    border: 2px solid var(--linden);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--linden-deep);
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-align: start;
    cursor: pointer;
  }

  .button:hover {
    background: var(--wash);
  }

  .button.primary {
    background: var(--linden);
    color: #fff;
  }

  .button.primary:hover {
    background: var(--linden-deep);
  }

  .button[aria-disabled='true'] {
    border-color: var(--hair);
    background: var(--paper);
    color: var(--soft);
    font-weight: 450;
    cursor: default;
  }

  .quiet {
    color: var(--soft);
  }

  .strong {
    font-weight: 700;
  }

  .for-readers {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: CanvasText;
    }

    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
