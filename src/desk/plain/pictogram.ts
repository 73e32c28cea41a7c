import { html, raw } from 'hono/html';
import call from '../../generated/pictograms/call.ts';
import detector_co from '../../generated/pictograms/detector_co.ts';
import electric_bolt from '../../generated/pictograms/electric_bolt.ts';
import elevator from '../../generated/pictograms/elevator.ts';
import gas_meter from '../../generated/pictograms/gas_meter.ts';
import home from '../../generated/pictograms/home.ts';
import local_fire_department from '../../generated/pictograms/local_fire_department.ts';
import mail from '../../generated/pictograms/mail.ts';
import more_horiz from '../../generated/pictograms/more_horiz.ts';
import question_mark from '../../generated/pictograms/question_mark.ts';
import storefront from '../../generated/pictograms/storefront.ts';
import table_restaurant from '../../generated/pictograms/table_restaurant.ts';
import translate from '../../generated/pictograms/translate.ts';
import water_damage from '../../generated/pictograms/water_damage.ts';
import { triagePictograms } from '../../generated/triage-pictograms.ts';
import type { Html } from './page.ts';

/** Those of the kit, made when it is built: the set itself is not there in production. */
const PATHS: Readonly<Record<string, string>> = {
  ...triagePictograms,
  call,
  detector_co,
  electric_bolt,
  elevator,
  gas_meter,
  home,
  local_fire_department,
  mail,
  more_horiz,
  question_mark,
  storefront,
  table_restaurant,
  translate,
  water_damage,
};

/** In the current colour, always beside its word, so hidden from screen readers; none: its word says it all. */
export function pictogram(name: string): Html {
  const path = PATHS[name];
  if (path === undefined) return html``;
  return html`<svg class="pictogram" viewBox="0 -960 960 960" aria-hidden="true" focusable="false">
    ${raw(`<path d="${path}"/>`)}
  </svg>`;
}
