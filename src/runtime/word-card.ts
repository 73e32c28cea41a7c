import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { partsOfWord } from '../contract/recognition-word.ts';
import type {
  RecognitionThing,
  RecognitionWord,
  RecognitionWordId,
} from '../contract/recognition-word.ts';
import cake from '../generated/pictograms/cake.ts';
import bicycle from '../generated/pictograms/pedal_bike.ts';
import boat from '../generated/pictograms/sailing.ts';
import bus from '../generated/pictograms/directions_bus.ts';
import chair from '../generated/pictograms/chair.ts';
import glasses from '../generated/pictograms/eyeglasses.ts';
import mug from '../generated/pictograms/coffee.ts';
import piano from '../generated/pictograms/piano.ts';
import star from '../generated/pictograms/star.ts';
import tent from '../generated/pictograms/camping.ts';
import train from '../generated/pictograms/train.ts';
import umbrella from '../generated/pictograms/umbrella.ts';
import { pictogram } from './pictogram.ts';

/** The herkenwoord as it is shown: large, with its picture in its colour, in her language and in Dutch. */

const PATHS: Readonly<Record<RecognitionThing, string>> = {
  bicycle,
  boat,
  umbrella,
  chair,
  mug,
  cake,
  bus,
  train,
  star,
  tent,
  glasses,
  piano,
};

/** Its picture in its colour, beside the word. */
export function wordPicture(id: RecognitionWordId): TemplateResult {
  const { colour, thing } = partsOfWord(id);
  return html`<span class="word-colour ${colour}">${pictogram(PATHS[thing])}</span>`;
}

export function wordCard({ id, inDutch, inLanguage }: RecognitionWord): TemplateResult {
  const { colour, thing } = partsOfWord(id);
  return html`<p class="word word-colour ${colour}">
    ${pictogram(PATHS[thing])}
    <span>
      <strong>${inLanguage}</strong>
      ${
        inDutch === inLanguage
          ? nothing
          : html`<span class="dutch" lang="nl" dir="ltr">${inDutch}</span>`
      }
    </span>
  </p>`;
}

/** Each colour at least 4.5 to 1 on white; the word says it as well. */
export const wordColours = css`
  .word-colour.red {
    color: #b3261e;
  }
  .word-colour.blue {
    color: #0b4fc2;
  }
  .word-colour.green {
    color: #146c2e;
  }
  .word-colour.orange {
    color: #b84300;
  }
  .word-colour.purple {
    color: #6b21a8;
  }
  .word-colour.brown {
    color: #5c3a21;
  }
  .word-colour.black {
    color: #111;
  }
  .word-colour.grey {
    color: #5f6368;
  }
`;

export const wordStyles = css`
  ${wordColours}
  .word {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1em;
    margin: 0.8em 0;
    padding: 0.8em;
    background: var(--card);
    border: 3px solid currentColor;
    border-radius: var(--radius);
  }
  .word .pictogram {
    inline-size: 4em;
    block-size: 4em;
  }
  .word > span {
    flex: 1 1 6em;
    color: var(--ink);
  }
  .word strong {
    display: block;
    font-size: 1.7em;
    line-height: 1.2;
  }
  .word .dutch {
    font-size: 1.2em;
    font-weight: 650;
  }
`;
