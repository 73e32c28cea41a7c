import { css } from 'lit';

/** The bar, the panes and the screens that stand alone. */
export const page = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
    background: var(--paper);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem 1.25rem;
    padding: 0.7rem 1.5rem;
    background: var(--linden-deep);
    color: #fff;
  }

  .bar .name {
    flex: 0 1 auto;
    max-inline-size: 10rem;
    font-size: 1.1875rem;
    font-weight: 750;
    line-height: 1.2;
  }

  .bar form {
    flex: 1 1 17rem;
    display: grid;
    gap: 0.1rem;
    max-inline-size: 46rem;
  }

  .bar label {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.4;
  }

  .bar .search-row {
    display: flex;
    gap: 0.6rem;
  }

  .bar .search-row input {
    flex: 1;
    min-inline-size: 0;
  }

  .bar .button {
    border-color: #fff;
  }

  .bar nav {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .bar nav a {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 48px;
    padding: 0.4rem 0.4rem;
    font-size: 1.0625rem;
    border: 2px solid transparent;
    border-radius: var(--radius);
    color: #fff;
    font-weight: 650;
  }

  .bar nav a[aria-current] {
    border-color: #fff;
    text-decoration: none;
  }

  .count {
    padding: 0 0.6em;
    border-radius: 1em;
    background: var(--table);
    color: var(--ink);
    font-size: 1.0625rem;
  }

  .who {
    margin-inline-start: auto;
  }

  .who details {
    position: relative;
  }

  .who summary {
    display: list-item;
    align-content: center;
    min-block-size: 48px;
    max-inline-size: 11rem;
    padding-inline: 0.4rem;
    border-radius: var(--radius);
    font-size: 1.0625rem;
    line-height: 1.2;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  /* Below the bar, over what stands there: the bar itself does not grow. */
  .ways-out {
    position: absolute;
    inset-block-start: calc(100% + 8px);
    inset-inline-end: 0;
    z-index: 2;
    display: grid;
    gap: 8px;
    padding: 12px;
    border: 2px solid var(--linden-deep);
    border-radius: var(--radius);
    background: var(--card);
    white-space: nowrap;
  }

  .bar .ways-out .button {
    border-color: var(--linden);
  }

  input,
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.5rem 0.8rem;
    border: 2px solid var(--line);
    border-radius: 10px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }

  textarea {
    display: block;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border: 3px solid var(--danger);
  }

  .hint {
    color: var(--soft);
    font-size: 1.0625rem;
    line-height: 1.4;
  }

  .error {
    color: var(--danger);
    font-weight: 700;
  }

  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem 1.5rem;
    padding: 0.8rem 1.5rem;
    border-block-end: 3px solid var(--soon);
    background: var(--soon-wash);
    color: var(--soon);
    font-weight: 650;
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.2rem;
    justify-items: start;
  }

  .fields > * {
    inline-size: 100%;
  }

  .fields > .button {
    inline-size: auto;
  }

  .alone {
    max-inline-size: 40rem;
    margin: clamp(0rem, 10vh, 7rem) auto 3rem;
    padding: 2rem clamp(1.25rem, 5vw, 2.5rem) 2.5rem;
    border-block-end: 6px solid var(--edge);
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--card);
  }

  .alone > * + *,
  .alone form > * + * {
    margin-block-start: 1rem;
  }

  .alone form .hint {
    margin-block-start: 0;
  }

  .alone .brand {
    color: var(--linden);
    font-weight: 750;
  }

  .alone h1 {
    font-size: 2rem;
  }

  .alone form {
    display: grid;
    justify-items: start;
  }

  .one {
    max-inline-size: 52rem;
    margin: 0 auto;
    padding: 1.75rem 1.5rem 4rem;
  }

  .panes {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(20rem, 27rem) minmax(0, 1fr);
  }

  .list-pane {
    border-inline-end: 2px solid var(--hair);
    background: var(--card);
  }

  .list-scroll {
    position: sticky;
    inset-block-start: 0;
    max-block-size: 100vh;
    overflow-y: auto;
    padding-block: 1.25rem 2rem;
  }

  .report-pane {
    padding: 1.25rem 1.5rem 4rem;
  }

  .back,
  .panes.with-report .back {
    display: none;
  }

  .back a {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 48px;
    font-weight: 650;
  }

  @media (max-width: 62em) {
    .panes {
      display: block;
    }

    .list-pane {
      border: 0;
    }

    .list-scroll {
      position: static;
      max-block-size: none;
    }

    .panes.with-report .list-pane,
    .panes:not(.with-report) .report-pane {
      display: none;
    }

    .panes.with-report .back {
      display: block;
    }

    .report-pane {
      padding: 0.25rem 1rem 3rem;
    }

    .one {
      padding: 1rem 1rem 3rem;
    }

    .bar {
      padding: 0.8rem 1rem;
    }

    .bar .name {
      max-inline-size: none;
    }

    .bar form {
      flex-basis: 100%;
      max-inline-size: none;
    }

    /* Name and who on one line, then the screens, then the search. */
    .bar .name {
      flex: 1;
    }

    .bar nav {
      order: 1;
      flex-basis: 100%;
    }

    .bar form {
      order: 2;
    }

    .bar nav a {
      padding-inline: 0.3rem;
    }
  }

  @media (forced-colors: active) {
    .bar nav a {
      border-color: Canvas;
    }

    .bar nav a[aria-current] {
      border-color: CanvasText;
    }
  }

  @media print {
    .bar,
    .list-pane,
    .strip,
    .back {
      display: none;
    }

    .panes {
      display: block;
    }
  }
`;
