import { css } from 'lit';

/** "Terugbellen": the list by time, and what is said first. */
export const callbacks = css`
  .team {
    display: grid;
    gap: 0.3rem;
  }

  .team select,
  .asked select {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.4rem 0.8rem;
    border: 2px solid var(--line);
    border-radius: 10px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }

  .calling {
    display: grid;
    /* WebKit: a list is else as wide as its longest choice. */
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.8rem;
  }

  .calling > input,
  .asked {
    inline-size: 100%;
  }

  .asked {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.6rem;
    padding: 0.9rem;
    border-radius: 10px;
    background: var(--paper);
  }

  .top > .say-first {
    flex: 1 1 100%;
    padding-block-start: 0.8rem;
    border-block-start: 2px solid var(--hair);
  }

  .said-word {
    display: flex;
    align-items: center;
    gap: 0.9rem;
    font-size: 1.75rem;
    line-height: 1.2;
  }

  .said-word .pictogram {
    flex: none;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    fill: currentColor;
  }

  .said-word .theirs {
    display: block;
    color: var(--soft);
    font-size: 1.25rem;
  }
`;
