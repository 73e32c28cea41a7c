import { css } from 'lit';

/** White on red (8:1), and words: never by colour alone. */
export const alarms = css`
  .alarms {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.8rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 1rem clamp(0.6rem, 3vw, 1.5rem);
    border-block-end: 4px solid #8f1010;
    background: #fff;
  }

  .alarm {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.5rem;
    padding: 0.8rem 1rem;
    border: 3px solid #8f1010;
    border-radius: 10px;
    background: #8f1010;
    color: #fff;
  }

  .alarm a {
    color: inherit;
    white-space: nowrap;
  }

  .alarms .rest summary {
    display: list-item;
    align-content: center;
    min-block-size: 48px;
    font-weight: 700;
    cursor: pointer;
  }

  .rest .alarm + .alarm {
    margin-block-start: 0.8rem;
  }

  .alarms.taken {
    border-color: #1f4a3a;
  }

  .alarm.taken {
    border-color: #1f4a3a;
    background: #fff;
    color: inherit;
  }

  .alarm form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    inline-size: 100%;
    gap: 0.6rem;
    inline-size: 100%;
  }

  .alarm label {
    inline-size: 100%;
  }

  .alarm input {
    flex: 1 1 min(14rem, 100%);
    inline-size: auto;
    min-inline-size: 0;
  }
`;
