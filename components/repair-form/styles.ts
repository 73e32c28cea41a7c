import { css } from 'lit';

/** What only the repair form has: the danger screens and the reference. */
export const repairStyles = css`
  .stop {
    margin: 0.5em calc(-1 * var(--pad));
    padding: 1em var(--pad);
    background: var(--danger);
    color: #fff;
  }
  .stop h2 {
    margin: 0;
    color: inherit;
  }
  .stop.whole {
    display: grid;
    align-content: space-between;
    gap: 2em;
    min-block-size: max(20em, 55vh);
  }
  .stop.whole h2 {
    font-size: 2em;
  }
  .stop .button {
    border-color: #fff;
    color: var(--danger);
    font-size: 1.15em;
    min-block-size: 76px;
  }
  @container (max-width: 14em) {
    .stop.whole h2 {
      font-size: 1.3em;
    }
  }
  .steps {
    display: grid;
    gap: 0.8em;
    margin: 1em 0;
    font-size: 1.05em;
  }
  .reference strong {
    display: block;
    font-size: 1.6em;
    letter-spacing: 0.04em;
  }
`;
