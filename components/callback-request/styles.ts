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
`;
