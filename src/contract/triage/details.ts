import type { SafetyId } from './danger.ts';
import type { Urgency } from './types.ts';

/** A follow-up question. The answer is `yes`, `no` or `unknown`, the id of an option, or typed text. */
interface DetailData {
  kind: 'yes-no' | 'text' | 'choice';
  options?: readonly string[];
  /** What a `yes` makes of the urgency; it never lowers it, and `one-higher` stops at `urgent`. */
  raises?: Urgency | 'one-higher';
  /** What to do until help comes when this answer made it urgent or dangerous. */
  safety?: SafetyId;
}

const yesNo = (raises?: DetailData['raises'], safety?: SafetyId): DetailData => ({
  kind: 'yes-no',
  raises,
  safety,
});
const text: DetailData = { kind: 'text' };
const choice = (...options: string[]): DetailData => ({ kind: 'choice', options });

const data = {
  water_bij_stroom: yesNo('danger', 'water_stroom'),
  water_stroomt: yesNo('urgent', 'water'),
  water_komt_binnen: yesNo('urgent', 'plafond'),
  water_vandaan: choice('boven', 'regen', 'eigen_huis'),
  loopt_over: yesNo('urgent', 'overloop'),
  enige_toilet: yesNo('urgent', 'toilet'),
  vorst: yesNo('urgent', 'bevroren'),
  // Gas is given the smell that sewers have: who reports the one may be smelling the other.
  kan_gas_zijn: yesNo('danger', 'gas'),
  vonken_brandlucht: yesNo('danger', 'stroom'),
  nog_brand: yesNo('danger', 'brand'),
  koud: yesNo('urgent', 'kou'),
  druk_zakt: yesNo(),
  ook_buren: yesNo(),
  huurt_u_boiler: yesNo(),
  foutcode: text,
  woning_open: yesNo('urgent', 'huis_open'),
  // Locked out: the fire brigade and the police open a door for a life, not for a key.
  kind_binnen: yesNo('danger', 'kind_binnen'),
  pan_op_vuur: yesNo('danger', 'pan_op_vuur'),
  staat_buiten: yesNo('urgent', 'buitengesloten'),
  niemand_kan_erin: yesNo('urgent', 'gebouw_dicht'),
  iemand_in_lift: yesNo('danger', 'lift'),
  kan_niet_trap: yesNo('urgent', 'lift_stil'),
  heel_donker: yesNo('urgent', 'donker'),
  storm: yesNo('urgent', 'storm'),
  scherp_glas: yesNo('urgent', 'glas'),
  valgevaar: yesNo('urgent', 'vallen'),
  valt_naar_beneden: yesNo('urgent', 'valt'),
  // Staff see that it cannot wait, never why: a reason would be health data (art. 9 GDPR).
  kwetsbaar: yesNo('one-higher', 'kan_niet_wachten'),
  hoe_groot: choice('hand', 'deur', 'groter'),
  soort_dier: text,
  // The cause as she sees it, never whose fault: staff set what they find (VERA: oorzaak).
  hoe_kapot: text,
  eigen_of_gedeeld: choice('eigen', 'gebouw'),
  van_wie_is_schutting: choice('huis', 'buren', 'zelf'),
} satisfies Record<string, DetailData>;

export type DetailId = keyof typeof data;

export interface Detail extends DetailData {
  id: DetailId;
}

export const details: readonly Detail[] = Object.entries(data).map(([id, detail]) => ({
  id: id as DetailId,
  ...detail,
}));
