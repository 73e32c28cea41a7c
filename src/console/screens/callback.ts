import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackDetail } from '../../contract/staff-callback.ts';
import { wordPicture } from '../../runtime/word-card.ts';
import type { ConsoleApp } from '../app.ts';
import { isDutch, languageName, promisedTime, when } from '../format.ts';
import { writeRoute } from '../route.ts';
import { t } from '../texts.ts';
import { callCard } from './callback-call.ts';
import { marks } from './callbacks.ts';
import { reachLink } from './reach.ts';
import { voiceCard } from './report-voice.ts';
import { answersIn } from './report-words.ts';
import { empty, failed, loading } from './states.ts';

/** The call that is open, or how to open one. */
export function callbackPane(app: ConsoleApp): TemplateResult {
  const { route, work } = app;
  if (route.screen !== 'callbacks' || !route.callback)
    return html`<div class="choose">${empty('callbacks.choose', 'callbacks.choose.help')}</div>`;
  const { value, failed: why } = work.callbacks.open;
  return html`
    <p class="back">
      <a href=${writeRoute({ screen: 'callbacks', association: route.association })}
        ><span aria-hidden="true">‹</span> ${t('callbacks.back')}</a
      >
    </p>
    ${
      value
        ? whole(app, value)
        : why
          ? failed('fault.callback', why, () => work.callbacks.loadOpen(), 'callback-title')
          : loading()
    }
  `;
}

const whole = (app: ConsoleApp, callback: CallbackDetail): TemplateResult => html`
  ${topBox(callback)}
  <div class="cards">
    <div class="column">
      ${callCard(app, callback)} ${aboutCard(callback)} ${voiceCard(callback)} ${history(callback)}
    </div>
    <div class="column">${filledInCard(callback)}</div>
  </div>
`;

/** What she must know before she dials, and at its end what she says first. */
function topBox(callback: CallbackDetail): TemplateResult {
  const { word, language, promise } = callback;
  const { state, someoneElse, late } = callback;
  return html`
    <section class="card top ${late ? 'urgent' : ''}" aria-labelledby="callback-title">
      <div>
        <p class="marks">
          ${state === 'open' ? marks(callback) : html`<span class="status">${t(`callbacks.state.${state}`)}</span>`}
        </p>
        <h2 id="callback-title" tabindex="-1"><bdi>${callback.who || t('report.no-name')}</bdi></h2>
        <ul class="facts">
          <li>${reachLink(callback.phone)}</li>
          <li class="strong">${promisedTime(callback)}</li>
          <li>${t(`callbacks.topic.${callback.topic}`)}</li>
          <li>${callback.team.name}</li>
          ${
            promise.kind === 'none' && callback.when !== 'any'
              ? html`<li>${t(`callbacks.when.${callback.when}`)}</li>`
              : nothing
          }
          <li>${t('callbacks.since', { when: when(callback.receivedAt) })}</li>
          <li class=${isDutch(language) ? '' : 'strong'}>
            ${t('report.language', { language: languageName(language) })}
          </li>
        </ul>
        ${
          callback.interpreter
            ? html`<p class="note-line">
                ${t('callbacks.interpreter.call', { language: languageName(language) })}
              </p>`
            : nothing
        }
        ${someoneElse ? html`<p class="note-line">${t('callbacks.someone-else')}</p>` : nothing}
      </div>
      <div class="aside">
        <p class="reference">${t('callbacks.reference')}<b>${callback.reference}</b></p>
      </div>
      <div class="say-first">
        <p class="strong">${t('callbacks.say-first')}</p>
        <p class="said-word">
          ${wordPicture(word.id)}
          <span>
            <strong>${word.inDutch}</strong>
            ${
              word.inLanguage === word.inDutch
                ? nothing
                : html`<span class="theirs" lang=${language} dir="auto">${word.inLanguage}</span>`
            }
          </span>
        </p>
      </div>
    </section>
  `;
}

function aboutCard({ about, language, voiceLost }: CallbackDetail): TemplateResult {
  return html`<section class="card" aria-labelledby="about-title">
    <h3 id="about-title">${t('callbacks.about')}</h3>
    ${
      about
        ? html`<blockquote lang=${language} dir="auto">${about}</blockquote>`
        : html`<p class="quiet">${t('callbacks.about.none')}</p>`
    }
    ${voiceLost ? html`<p>${t('callbacks.voice-lost')}</p>` : nothing}
  </section>`;
}

/** The same words as those of a report, as far as she came. */
function filledInCard(callback: CallbackDetail): TemplateResult | typeof nothing {
  const { shown, language, pictures, filledIn } = callback;
  if (!filledIn) return nothing;
  const story = shown.nl.find(({ id }) => id === 'story')?.value;
  return html`<section class="card words" aria-labelledby="words-title">
    <h3 id="words-title">${t('callbacks.filled-in.title')}</h3>
    ${story ? html`<blockquote lang=${language} dir="auto">${story}</blockquote>` : nothing}
    ${
      shown.nl.length
        ? answersIn({ shown, language })
        : html`<p class="quiet">${t('callbacks.filled-in.nothing')}</p>`
    }
    ${
      pictures.length
        ? html`<h3>${t('photos.title')}</h3>
            <console-photos .pictures=${pictures}></console-photos>`
        : nothing
    }
  </section>`;
}

const history = ({ history: all }: CallbackDetail): TemplateResult | typeof nothing =>
  all.length
    ? html`<section class="card" aria-labelledby="attempts-title">
        <h3 id="attempts-title">${t('callbacks.history')}</h3>
        <ul class="history">
          ${all.map(
            ({ at, by, kind, text }) =>
              html`<li>
                <p>
                  ${t(`callbacks.attempt.${kind}`, { by: by || t('callbacks.tenant') })}
                  <span class="quiet">${when(at)}</span>
                </p>
                ${text ? html`<p dir="auto">${text}</p>` : nothing}
              </li>`,
          )}
        </ul>
      </section>`
    : nothing;
