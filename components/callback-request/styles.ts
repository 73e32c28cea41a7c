import { css } from 'lit';
import { wordStyles } from '../../src/runtime/word-card.ts';

/** What a callback shows beside fields: the word, the time, the reference. */
export const callbackStyles = css`
  ${wordStyles}
  .promise strong {
    font-size: 1.15em;
  }
  .reference strong {
    display: block;
    font-size: 1.4em;
    letter-spacing: 0.04em;
  }
  /* Text doubled on a small phone: whole words come before their size. */
  @container (max-width: 14em) {
    .word {
      padding: 0.4em;
    }
    .word strong,
    .word .dutch,
    .reference strong,
    .promise strong {
      font-size: 1em;
    }
    h3 {
      font-size: 0.88em;
    }
    .notice {
      padding-inline: 0.3em;
      font-size: 0.88em;
    }
  }
`;
