import { css } from 'lit';

/** The player, as wide as its card. */
export const voiceStyles = css`
  :host {
    display: block;
  }
  audio {
    display: block;
    inline-size: 100%;
    min-block-size: 3.375rem;
  }
`;
