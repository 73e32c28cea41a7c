import { css } from 'lit';

/** The list, badges, and what a list says when it has nothing. */
export const list = css`
  .list-scroll > *:not(.lines) {
    margin-inline: 1.25rem;
  }

  .list-scroll h1,
  .one h1 {
    font-size: 1.6rem;
  }

  .list-scroll > * + * {
    margin-block-start: 0.9rem;
  }

  .searched {
    overflow-wrap: anywhere;
  }

  .lines {
    border-block-start: 2px solid var(--hair);
  }

  .lines li {
    padding-block: 4px;
    border-block-end: 2px solid var(--hair);
  }

  .line {
    display: block;
    padding: 0.65rem 1.25rem;
    border-inline-start: 6px solid transparent;
    color: var(--ink);
    line-height: 1.4;
    text-decoration: none;
  }

  .line > span {
    display: block;
    overflow-wrap: anywhere;
  }

  .line:hover {
    background: var(--paper);
  }

  .line:hover .what {
    text-decoration: underline;
  }

  .line[aria-current] {
    border-inline-start-color: var(--linden);
    background: var(--wash);
  }

  .line:focus-visible {
    outline-offset: -6px;
    box-shadow: inset 0 0 0 10px #ffbf1f;
  }

  .line .what {
    margin-block-start: 0.3rem;
    font-weight: 700;
  }

  .line .where,
  .line .facts {
    color: var(--soft);
    font-size: 1.0625rem;
  }

  .marks {
    display: flex !important;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.7rem;
  }

  .badge {
    padding: 0.05rem 0.6rem;
    border: 2px solid var(--linden);
    border-radius: 8px;
    background: var(--wash);
    color: var(--linden-deep);
    font-size: 1.0625rem;
    font-weight: 700;
    line-height: 1.4;
  }

  .badge.danger,
  .badge.urgent {
    border-color: var(--danger);
    background: var(--danger-wash);
    color: var(--danger);
  }

  .badge.danger {
    background: var(--danger);
    color: #fff;
  }

  .badge.soon {
    border-color: var(--soon);
    background: var(--soon-wash);
    color: var(--soon);
  }

  .status {
    color: var(--soft);
    font-size: 1.0625rem;
  }

  .status.of-new {
    color: var(--linden-deep);
    font-weight: 700;
  }

  .waiting-place {
    display: flex;
    align-items: center;
    min-block-size: 48px;
    font-size: 1.0625rem;
  }

  .waiting {
    inline-size: calc(100% - 2.5rem);
    justify-content: center;
    border-color: var(--edge);
    background: var(--table);
    color: var(--ink);
  }

  .list-scroll .waiting {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  .one .waiting {
    inline-size: 100%;
  }

  .waiting:hover {
    background: #ecd8b2;
  }

  .empty,
  .fault {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
  }

  .fault {
    padding: 1rem 1.25rem;
    border: 2px solid var(--danger);
    border-radius: var(--radius);
    background: var(--danger-wash);
  }

  .empty ul {
    padding-inline-start: 1.3rem;
    list-style: disc;
  }

  .choose {
    display: grid;
    gap: 1.5rem;
    max-inline-size: 46rem;
    padding-block-start: 0.25rem;
  }

  .choose h2 {
    margin-block-end: 0.3rem;
    font-size: 1.4rem;
  }

  /* Where the list stands alone, the figures are one step away. */
  .to-figures {
    display: none;
  }

  .to-figures a {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
    font-weight: 650;
  }

  @media (max-width: 62em) {
    .to-figures {
      display: block;
    }
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0.6rem 1.5rem;
  }

  .figures > p {
    flex-basis: 100%;
  }

  .figures caption span {
    display: block;
    color: var(--soft);
    font-weight: 400;
  }

  .figures table {
    border-collapse: collapse;
    background: var(--card);
    border: 2px solid var(--hair);
  }

  .figures caption {
    padding-block: 0.6rem 0.4rem;
    font-weight: 700;
    text-align: start;
  }

  .figures th,
  .figures td {
    padding: 0.45rem 0.9rem;
    border-block-start: 1px solid var(--hair);
    text-align: start;
    font-weight: 400;
  }

  .figures thead th {
    color: var(--soft);
    vertical-align: bottom;
  }

  .figures td {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .figures p a {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
    font-weight: 650;
  }

  @media (max-width: 30em) {
    .figures table {
      inline-size: 100%;
      font-size: 1.0625rem;
    }

    .figures th,
    .figures td {
      padding-inline: 0.1rem;
    }

    .figures th:first-child {
      padding-inline-start: 0.3rem;
    }
  }

  .message h2 a {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
  }

  .undelivered a {
    display: block;
    padding: 0.65rem 1rem;
    border: 2px solid var(--danger);
    border-radius: var(--radius);
    background: var(--danger-wash);
    color: var(--danger);
    font-weight: 700;
  }

  .unapproved {
    padding: 0 1rem;
    border: 2px solid var(--soon);
    border-radius: var(--radius);
    background: var(--soon-wash);
    color: var(--soon);
  }

  .unapproved summary,
  .viewed summary,
  .erase summary {
    display: list-item;
    padding-block: 0.65rem;
    min-block-size: 48px;
    font-weight: 700;
    cursor: pointer;
  }

  .unapproved ul {
    margin-block: 0.6rem 0.8rem;
    padding-inline-start: 1.3rem;
    list-style: disc;
  }

  .unapproved code {
    font: inherit;
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }

  .unapproved code::before {
    content: '(';
  }

  .unapproved code::after {
    content: ')';
  }

  @media (forced-colors: active) {
    .line {
      border-inline-start-color: Canvas;
    }

    .line[aria-current] {
      border-inline-start-color: CanvasText;
    }
  }
`;
