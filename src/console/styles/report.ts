import { css } from 'lit';

/** One report, and one message. */
export const report = css`
  .card {
    padding: 1.1rem 1.25rem;
    border: 2px solid var(--hair);
    border-radius: var(--radius);
    background: var(--card);
  }

  .card h3 {
    margin-block-end: 0.6rem;
    font-size: 1.2rem;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5rem 2rem;
    padding-block: 1.25rem;
    border-inline-start: 8px solid var(--linden);
  }

  .top > div {
    flex: 1 1 24rem;
    min-inline-size: 0;
  }

  .top.danger,
  .top.urgent {
    border-inline-start-color: var(--danger);
  }

  .top.soon {
    border-inline-start-color: var(--soon);
  }

  .top h2 {
    margin-block: 0.5rem 0.4rem;
    font-size: 1.75rem;
    overflow-wrap: anywhere;
  }

  .top .facts {
    font-size: 1.1875rem;
  }

  /* The dot stands before a fact, and where a fact begins a line it is cut off. */
  ul.facts,
  .dotted {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin-inline-start: -1.2rem;
    clip-path: inset(-1rem -1rem -1rem 0.8rem);
  }

  ul.facts li,
  .dotted > span {
    position: relative;
    min-inline-size: 0;
    padding-inline-start: 1.2rem;
  }

  ul.facts li::before {
    content: '·' / '';
    font-weight: 400;
  }

  ul.facts li::before,
  .dotted i {
    position: absolute;
    inset-inline-start: 0.5rem;
    font-style: normal;
  }

  .reach {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
    margin-block: -0.6rem;
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  .note-line {
    display: inline-block;
    margin-block-start: 0.6rem;
    padding: 0.15rem 0.8rem;
    border-radius: 8px;
    background: var(--table);
    font-weight: 650;
  }

  .reference {
    color: var(--soft);
    font-size: 1.0625rem;
  }

  .top > .aside {
    flex: 0 1 auto;
    display: grid;
    gap: 0.6rem;
    justify-items: start;
  }

  .top > .by-hand {
    flex-basis: 100%;
  }

  .by-hand textarea {
    margin-block-start: 0.3rem;
  }

  .copy.done::before {
    content: '✓' / '';
    margin-inline-end: 0.4em;
  }

  .reference b {
    display: block;
    color: var(--ink);
    font-size: 1.25rem;
    white-space: nowrap;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
    align-items: start;
    gap: 1.1rem;
    margin-block-start: 1.1rem;
  }

  .column {
    display: grid;
    gap: 1.1rem;
    min-inline-size: 0;
  }

  blockquote {
    padding: 0.7rem 1rem;
    border-inline-start: 6px solid var(--edge);
    border-radius: 4px;
    background: var(--paper);
    font-size: 1.1875rem;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .words > * + * {
    margin-block-start: 0.9rem;
  }

  .answers > div {
    display: grid;
    grid-template-columns: minmax(7rem, 2fr) 3fr;
    gap: 0 1rem;
    padding-block: 0.4rem;
  }

  .answers > div + div {
    border-block-start: 1px solid var(--hair);
  }

  .answers dt {
    color: var(--soft);
  }

  .answers dd {
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  .beside {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }

  .beside th {
    padding: 0.3rem 0.6rem 0.3rem 0;
    color: var(--linden-deep);
    text-align: start;
    vertical-align: bottom;
  }

  .beside td {
    padding-block: 0.4rem;
    padding-inline-end: 0.6rem;
    border-block-start: 1px solid var(--hair);
    font-weight: 650;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  .beside td + td {
    padding-inline: 0.6rem;
    background: var(--paper);
  }

  .beside span {
    display: block;
  }

  /* Also what reads left to right, such as an address, at her side of the column. */
  .beside [dir='rtl'] span {
    text-align: right;
  }

  .beside .label {
    display: block;
    color: var(--soft);
    font-weight: 400;
    font-size: 1.0625rem;
  }

  .card .lines {
    margin-inline: -1.25rem;
    margin-block-end: -1.1rem;
    overflow: hidden;
    border-end-start-radius: 12px;
    border-end-end-radius: 12px;
  }

  .card .lines li:last-child {
    border-block-end: 0;
  }

  .card h4 {
    margin-block: 0.9rem 0.5rem;
    font-size: 1.0625rem;
    font-weight: 650;
    color: var(--soft);
  }

  .card .lines + h4 {
    margin-block-start: 2rem;
  }

  .lines .merge,
  .lines .which {
    margin: 0.6rem 1.25rem 0.9rem;
  }

  .which fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .which legend {
    padding: 0;
    font-weight: 700;
  }

  .radio {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 48px;
  }

  .radio + .radio {
    margin-block-start: 8px;
  }

  .which .choices {
    margin-block-start: 0.6rem;
  }

  .radio input {
    flex: none;
    inline-size: 24px;
    min-block-size: 24px;
    accent-color: var(--linden);
  }

  .together {
    margin-block-start: 1.1rem;
    border-color: var(--edge);
  }

  .together .lines {
    margin-block-start: 0.6rem;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }

  .choice {
    border-color: var(--line);
    color: var(--ink);
  }

  .choice[aria-pressed='true'] {
    border-color: var(--linden);
    background: var(--linden);
    color: #fff;
  }

  .choice[aria-pressed='true']::before {
    content: '✓' / '';
    margin-inline-end: 0.4em;
  }

  .choices + .error {
    margin-block-start: 0.6rem;
  }

  .hints {
    border-style: dashed;
    border-color: var(--edge);
  }

  .card form > * + * {
    margin-block-start: 0.5rem;
  }

  .card label {
    font-weight: 650;
  }

  .history li {
    position: relative;
    padding-inline-start: 1.4rem;
  }

  .history li + li {
    margin-block-start: 0.7rem;
  }

  .history li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.5em;
    inline-size: 0.65rem;
    block-size: 0.65rem;
    border-radius: 50%;
    background: var(--edge);
  }

  .history .event {
    font-weight: 650;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .history .quiet {
    font-size: 1.0625rem;
  }

  .viewed {
    margin-block-start: 0.6rem;
  }

  .erase {
    padding-block: 0.3rem;
  }

  .erase[open] {
    padding-block-end: 1.1rem;
  }

  .erase form,
  .erase p + p {
    margin-block-start: 0.8rem;
  }

  .erase fieldset + label {
    display: block;
    margin-block-start: 1rem;
  }

  .erase input:not([type='radio']) {
    max-inline-size: 16rem;
    margin-block-end: 1.1rem;
  }

  .one > :is(.card, h2) {
    margin-block-start: 1.4rem;
  }

  h2 + .fields {
    margin-block-start: 0.9rem;
  }

  .message {
    margin-block-start: 1.1rem;
    border-inline-start: 8px solid var(--soon);
  }

  .message.answered {
    border-inline-start-color: var(--hair);
  }

  .message > * + * {
    margin-block-start: 0.6rem;
  }

  .message .button {
    margin-block-start: 1.1rem;
  }

  .message h2 {
    font-size: 1.3rem;
  }

  .lead {
    margin-block-start: 0.3rem;
    color: var(--soft);
  }

  .column > *,
  .card {
    min-inline-size: 0;
  }

  @media (max-width: 30em) {
    .top .facts {
      flex-direction: column;
    }

    .top .facts li::before {
      content: none;
    }

    .answers > div {
      grid-template-columns: minmax(0, 1fr);
    }

    .card {
      padding-inline: 0.9rem;
    }

    .card .lines {
      margin-inline: -0.9rem;
    }
  }

  @media (forced-colors: active) {
    .choice[aria-pressed='true'] {
      border: 4px solid CanvasText;
    }

    .history li::before {
      background: CanvasText;
    }
  }

  @media print {
    .cards {
      display: block;
    }

    .card {
      break-inside: avoid;
      margin-block-end: 1rem;
    }

    .card form,
    .choices {
      display: none;
    }
  }
`;
