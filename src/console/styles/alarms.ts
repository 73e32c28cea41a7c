import { css } from 'lit';

/** White on red (8:1), and words: never by colour alone. */
export const alarms = css`
  .alarms {
    display: grid;
    gap: 0.8rem;
    padding: 1rem 1.5rem;
    border-block-end: 4px solid #8f1010;
    background: #fff;
  }

  .alarm {
    display: grid;
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
    gap: 0.6rem;
  }

  .alarm label {
    inline-size: 100%;
  }

  .alarm input {
    flex: 1 1 14rem;
    inline-size: auto;
  }
`;
