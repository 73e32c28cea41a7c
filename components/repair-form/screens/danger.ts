import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dangers } from '../../../src/contract/triage/danger.ts';
import type { DangerId } from '../../../src/contract/triage/danger.ts';
import co from '../../../src/generated/pictograms/detector_co.ts';
import lift from '../../../src/generated/pictograms/elevator.ts';
import sparks from '../../../src/generated/pictograms/electric_bolt.ts';
import gas from '../../../src/generated/pictograms/gas_meter.ts';
import home from '../../../src/generated/pictograms/home.ts';
import fire from '../../../src/generated/pictograms/local_fire_department.ts';
import water from '../../../src/generated/pictograms/water_damage.ts';
import { toggleField } from '../../../src/runtime/fields/toggle.ts';
import { pictogram } from '../../../src/runtime/pictogram.ts';
import type { FirstScreens } from '../gate.ts';
import { NO_DANGER } from '../outline.ts';
import { heading } from './parts.ts';

const PICTOGRAMS: Readonly<Record<DangerId, string>> = {
  gaslucht: gas,
  co_alarm: co,
  brand_nu: fire,
  vonken: sparks,
  water_veel: water,
  lift_opgesloten: lift,
};

/** "Is er nu gevaar?": rows that act at once, and filling in for somebody else. */
export function dangerScreen(form: FirstScreens): TemplateResult {
  const { t, any, has } = form.host.texts;
  const { someoneElse } = form.state.answers;
  const choose = (id: string) => {
    form.dispatch({ type: 'answer', id: 'danger', value: id });
    form.dispatch({ type: 'continue' });
  };
  const row = (id: string, path: string, kind: string) =>
    html`<li>
      <button type="button" class="row ${kind}" @click=${() => choose(id)}>
        ${pictogram(path)}
        <span>
          <strong>${any(`danger:danger.${id}`)}</strong>
          ${
            has(`danger:danger.${id}.hint`)
              ? html`<small>${any(`danger:danger.${id}.hint`)}</small>`
              : nothing
          }
        </span>
      </button>
    </li>`;
  const notices = form.known.notices(form);
  const atHome = form.known.postcode(form) !== undefined;
  return html`
    ${heading(form, 'repair-form:screen.danger.title', 'repair-form:screen.danger.intro')}
    ${atHome ? notices : nothing}
    <ul class="rows">
      ${dangers.map(({ id }) => row(id, PICTOGRAMS[id], 'danger'))} ${row(NO_DANGER, home, 'calm')}
    </ul>
    ${atHome ? nothing : notices}
    ${toggleField({
      id: 'someoneElse',
      label: t('repair-form:someoneElse.label'),
      checked: someoneElse === true,
      change: (on) => form.dispatch({ type: 'answer', id: 'someoneElse', value: on || undefined }),
    })}
  `;
}
