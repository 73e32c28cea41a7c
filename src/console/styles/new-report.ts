import { css } from 'lit';

/** "Nieuwe melding": dense, and still large enough to read with a headset on. */
export const newReport = css`
  .desk {
    padding: 1.25rem 1.5rem 4rem;
  }

  .call-page {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(17rem, 22rem);
    gap: 1.25rem 2rem;
    max-inline-size: 82rem;
    margin-inline: auto;
  }

  .call-page h1 {
    margin-block-end: 0.9rem;
    font-size: 1.6rem;
  }

  .section {
    padding: 0.9rem 1.1rem;
    border: 2px solid var(--hair);
    border-radius: var(--radius);
    background: var(--card);
    scroll-margin-block: 1rem;
  }

  .section:focus-within {
    border-color: var(--linden);
  }

  .section + .section {
    margin-block-start: 0.6rem;
  }

  .section > * + * {
    margin-block-start: 0.7rem;
  }

  .group + .group,
  .box + .group {
    margin-block-start: 0.9rem;
  }

  .pick label {
    display: block;
  }

  /* The ring of what has the focus is 10 px wide, and covers no words. */
  .box > :is(input, textarea),
  .pick > input,
  .section .row {
    margin-block-start: 12px;
  }

  .without-keys .option kbd {
    display: none;
  }

  .keys .option {
    margin-block-start: 0.9rem;
  }

  .section h2,
  .call-page aside h2 {
    font-size: 1.1875rem;
  }

  .section.danger h2 {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .section.stop,
  .section.urgent {
    border-color: var(--danger);
    background: var(--danger-wash);
  }

  .section h2.read-now {
    color: var(--danger);
    font-size: 1.35rem;
  }

  .group {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .group legend,
  .box label,
  .pick label,
  .for-call label {
    padding: 0;
    font-weight: 650;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 0.25rem;
  }

  .row[hidden] {
    display: none;
  }

  .script .row {
    gap: 8px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 48px;
    padding: 0.2rem 0.8rem 0.2rem 0.5rem;
    border: 2px solid var(--hair);
    border-radius: 10px;
    background: var(--card);
    line-height: 1.3;
    cursor: pointer;
  }

  .option:hover {
    border-color: var(--line);
  }

  .option:has(:checked),
  .option[aria-selected='true'],
  .option.marked {
    border-color: var(--linden);
    background: var(--wash);
  }

  .option.marked {
    outline: 3px solid var(--linden);
  }

  .option input {
    flex: none;
    inline-size: 1.2rem;
    min-block-size: 0;
    block-size: 1.2rem;
    margin: 0;
    accent-color: var(--linden);
  }

  .option:has(:focus-visible) {
    outline: 4px solid var(--ink);
    outline-offset: 1px;
    box-shadow: 0 0 0 8px #ffbf1f;
  }

  .option :focus-visible {
    outline: none;
    box-shadow: none;
  }

  .tick {
    border-color: transparent;
    background: transparent;
  }

  kbd {
    display: inline-block;
    min-inline-size: 1.6em;
    padding: 0.05em 0.35em;
    border: 1px solid var(--line);
    border-block-end-width: 3px;
    border-radius: 6px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 0.9375rem;
    font-weight: 650;
    line-height: 1.3;
    text-align: center;
  }

  .button kbd {
    margin-inline-start: 0.6em;
  }

  .onward {
    margin-inline-start: 0.6rem;
  }

  .line-of-boxes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
  }

  .line-of-boxes .box {
    flex: 1 1 14rem;
  }

  .line-of-boxes .box.short {
    flex: 0 1 11rem;
  }

  .box.tel,
  .box.text {
    max-inline-size: 30rem;
  }

  .pick input {
    max-inline-size: 30rem;
  }

  q {
    quotes: '“' '”';
  }

  .script-lines {
    padding-inline-start: 1.6rem;
    list-style: decimal;
    font-size: 1.1875rem;
  }

  .script-lines li + li {
    margin-block-start: 0.35rem;
  }

  .script-lines .for-you {
    color: var(--soft);
    font-style: normal;
  }

  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    color: var(--ink);
  }

  .numbers b {
    white-space: nowrap;
  }

  .read-back {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
    gap: 0.4rem 1.5rem;
  }

  .read-back dt {
    color: var(--soft);
    font-size: 1.0625rem;
    line-height: 1.3;
  }

  .read-back dd {
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  .groups {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1.5rem;
  }

  .groups b {
    display: block;
    font-size: 2.25rem;
    line-height: 1.2;
    letter-spacing: 0.08em;
  }

  .groups span {
    color: var(--soft);
  }

  .done {
    color: var(--linden-deep);
    font-weight: 700;
  }

  .call-page aside {
    display: grid;
    align-content: start;
    gap: 1rem;
  }

  .call-page aside .card > * + * {
    margin-block-start: 0.5rem;
  }

  .parked {
    display: grid;
    inline-size: 100%;
    justify-content: stretch;
    overflow-wrap: anywhere;
  }

  .parked .hint {
    font-weight: 450;
  }

  .keys dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2rem 0.6rem;
    padding-block: 0.2rem;
  }

  .dangers summary {
    display: list-item;
    min-block-size: 48px;
    align-content: center;
    font-weight: 700;
    cursor: pointer;
  }

  .dangers li {
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--hair);
    overflow-wrap: anywhere;
  }

  .dangers li > * {
    display: block;
  }

  select {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.4rem 0.6rem;
    border: 2px solid var(--line);
    border-radius: 10px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }

  @media (max-width: 62em) {
    .desk {
      padding: 0.75rem 1rem 3rem;
    }

    .call-page {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .option:has(:checked),
    .option[aria-selected='true'],
    .option.marked {
      border: 4px solid Highlight;
    }
  }
`;
