import { css } from 'lit';

/** The frame: what every element has around its own screens. */
export const frameStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }

  /* Whatever the page inherits down (letter-spacing, text-transform, line-height) ends here; only
     its font comes in. The type scale starts from the reader's own size. */
  .frame {
    all: initial;
    display: block;
    box-sizing: border-box;
    max-width: 44rem;
    font-family: inherit;
    font-size: medium;
    line-height: 1.5;
    color: var(--ink);
    background: var(--paper);
    border: 2px solid var(--table);
    border-radius: calc(var(--radius) + 6px);
    overflow: clip;
    overflow-wrap: anywhere;
    text-align: start;
    scroll-margin-top: 1rem;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    container-type: inline-size;
  }
  .frame *,
  .frame *::before,
  .frame *::after {
    box-sizing: border-box;
  }
  .inner {
    --pad: 1em;
    font-size: 1.25em;
    padding: 1em var(--pad);
  }

  .inner.top {
    padding-block-end: 0.6em;
  }

  .language {
    position: relative;
  }
  .language > summary {
    list-style: none;
    cursor: pointer;
  }
  .language > summary::-webkit-details-marker {
    display: none;
  }
  .language ul {
    display: grid;
    gap: var(--gap);
    margin: var(--gap) 0 0;
  }
  .language ul .button {
    inline-size: 100%;
    justify-content: flex-start;
    font-size: 1em;
  }
  .language [aria-current],
  .head [aria-pressed='true'] {
    border-color: var(--action);
    box-shadow: inset 0 0 0 2px var(--action);
    background: var(--wash);
  }

  .folded {
    display: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap);
    justify-content: space-between;
    align-items: center;
  }
  .progress {
    margin: 0.6em 0 0;
    font-size: 0.85em;
    color: var(--soft);
  }
  .bar {
    block-size: 10px;
    margin-block-start: 0.3em;
    background: var(--table);
    border-radius: 5px;
    overflow: clip;
  }
  .bar > span {
    display: block;
    block-size: 100%;
    background: var(--action);
  }

  h2 {
    margin: 0.5em 0 0.3em;
    font-size: 1.6em;
    font-weight: 750;
    line-height: 1.2;
    text-wrap: balance;
  }
  h2:focus {
    outline: none;
    box-shadow: none;
  }
  h3 {
    margin: 1.4em 0 0.4em;
    font-size: 1.15em;
    font-weight: 700;
    line-height: 1.3;
  }
  p {
    margin: 0 0 0.8em;
  }
  p.soft,
  .soft {
    color: var(--soft);
  }
  ol,
  ul {
    margin: 0 0 0.8em;
    padding-inline-start: 1.4em;
  }
  ul.plain {
    list-style: none;
    padding: 0;
  }
  bdi {
    unicode-bidi: isolate;
  }
  .number {
    white-space: nowrap;
  }

  /* Where the text is small already, its Dutch is no smaller: nothing is under 17 px. */
  small,
  .hint,
  .progress,
  .optional,
  .why,
  .mark,
  .table p,
  .button.small,
  dt {
    --dutch: 1em;
  }
  /* The Dutch of a text, beside it: a line of its own, on the side where her language begins. */
  .dutch {
    display: block;
    flex-basis: 100%;
    font-size: var(--dutch, 0.85em);
    font-weight: 400;
    line-height: 1.35;
  }
  [dir='rtl'] .dutch {
    text-align: right;
  }
  .button:has(> .dutch),
  .link:has(> .dutch) {
    flex-wrap: wrap;
  }
  .button > .dutch {
    text-align: center;
  }

  .pictogram {
    flex: none;
    inline-size: 2em;
    block-size: 2em;
    fill: currentColor;
  }

  button,
  a.button,
  a.row,
  .link {
    font: inherit;
    color: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    inline-size: 100%;
    min-block-size: var(--target);
    padding: 0.5em 0.8em;
    font-weight: 700;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    background: var(--card);
    color: var(--ink);
    border: 2px solid var(--line);
    border-radius: var(--radius);
  }
  .button.primary {
    background: var(--action);
    color: var(--on-action);
    border-color: var(--action);
  }
  .button.small {
    inline-size: auto;
    min-block-size: 48px;
    padding-block: 0.2em;
    font-size: 0.85em;
    font-weight: 600;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
    min-inline-size: 48px;
    margin-block-start: 8px;
    padding: 0;
    background: none;
    border: 0;
    font-weight: 650;
    color: var(--action);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .actions {
    display: grid;
    gap: var(--gap);
    margin-block-start: 1.2em;
  }
  .actions .link {
    margin-block-start: 0;
    justify-self: center;
    text-align: center;
  }

  :focus-visible {
    outline: 4px solid var(--focus-ring);
    outline-offset: 2px;
    box-shadow: 0 0 0 10px var(--focus-glow);
  }

  .calls {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap);
    margin: 1em 0;
  }
  .calls p {
    margin: 0.6em 0 0;
    font-weight: 650;
  }
  .button.call {
    min-block-size: 68px;
    border-color: var(--danger);
    color: var(--danger);
  }
  .button.call .pictogram {
    color: inherit;
  }
  .button.call .apart {
    display: block;
  }
  .button.call.first {
    background: var(--danger);
    color: #fff;
    min-block-size: 76px;
  }

  .rows {
    display: grid;
    gap: var(--gap);
    margin: 0.8em 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.8em;
    inline-size: 100%;
    min-block-size: 68px;
    padding: 0.5em 0.9em;
    text-align: start;
    text-decoration: none;
    background: var(--card);
    border: 2px solid var(--line);
    border-radius: var(--radius);
  }
  .row strong {
    display: block;
    font-weight: 700;
  }
  .row small {
    display: block;
    font-size: 0.85em;
    color: var(--soft);
  }
  .row .pictogram {
    color: var(--edge);
  }
  .row.danger .pictogram {
    color: var(--danger);
  }
  .row.calm {
    background: var(--wash);
    border-color: var(--action);
  }
  .row.calm .pictogram {
    color: var(--action);
  }

  .table {
    border-block-start: 5px solid var(--edge);
    background: var(--table);
    padding: 1em;
    font-size: 1.25em;
  }
  .table .button {
    border-color: var(--ink);
  }
  .table .pictogram {
    color: var(--edge);
  }
  .button .pictogram,
  .link .pictogram {
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  .link .pictogram {
    inline-size: 1.3em;
    margin-inline-end: 0.3em;
  }
  [dir='rtl'] .mirrored {
    scale: -1 1;
  }
  .table p {
    margin: 0.5em 0 0;
    font-size: 0.85em;
  }
  .table.whole {
    border-block-start: 0;
    min-block-size: 24em;
  }
  .open {
    font-weight: 700;
    color: var(--action);
  }
  .now {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
  }
  .tel {
    display: inline-block;
    min-block-size: 48px;
    min-inline-size: 48px;
    padding-block: 0.5em;
    color: inherit;
    font-weight: 650;
    text-underline-offset: 0.2em;
  }

  .notice {
    margin: 0.8em 0;
    padding: 0.6em 0.9em;
    background: var(--card);
    border-inline-start: 6px solid var(--action);
  }
  .notice.warn {
    background: var(--soon-wash);
    border-color: var(--soon);
    color: var(--soon);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* A small phone with text doubled: the words come before the air around them. */
  @container (max-width: 15em) {
    .inner,
    .table {
      --pad: 0.5em;
      padding-inline: var(--pad);
      hyphens: auto;
    }
    .button {
      flex-wrap: wrap;
      padding-inline: 0.4em;
    }
    .number {
      white-space: normal;
    }
    .row,
    .option {
      gap: 0.5em;
      padding-inline: 0.5em;
    }
    .language {
      max-inline-size: 100%;
    }
  }
  /* Easy Dutch: the pictogram leads, the words follow. */
  [lang='nl-x-a2'] :is(.row, .option) > .pictogram {
    inline-size: 3.2em;
    block-size: 3.2em;
  }

  /* Text doubled on a small phone: nine letters a line, so that the word comes before the picture, and
     the question before what stands above it: one button for all that has to do with language. */
  @container (max-width: 14em) {
    .folded {
      display: block;
    }
    .head > .unfolded,
    .language > summary .pictogram {
      display: none;
    }
    .head .button.small {
      padding: 0.1em 0.4em;
      line-height: 1.15;
    }
    .progress {
      line-height: 1.2;
    }
    .option:not(.tile) {
      flex-wrap: wrap;
    }
    .option:not(.tile) > span {
      flex: 1 1 5em;
    }
    .inner,
    .table {
      padding: 0.7em;
      hyphens: auto;
    }
    h2 {
      font-size: 1.3em;
    }
    .row {
      flex-direction: column;
      align-items: flex-start;
      gap: 0.2em;
    }
    .row > .pictogram {
      inline-size: 1.5em;
      block-size: 1.5em;
    }
    [lang='nl-x-a2'] :is(.row, .option) > .pictogram {
      inline-size: 2.2em;
      block-size: 2.2em;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar > span {
      transition: inline-size 0.3s;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }
    .bar > span {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .pictogram {
      fill: CanvasText;
    }
    :focus-visible {
      outline-color: CanvasText;
    }
  }
  @media print {
    .frame {
      border: 0;
      background: none;
    }
    .head,
    .progress,
    .table .button,
    .no-print {
      display: none;
    }
  }
`;
