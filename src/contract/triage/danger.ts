/**
 * The dangers of the first screen, and what to do until help comes. Imports nothing: it is in the
 * bundle of the first screen, the tree is not. The words are where `safetyKey` says.
 */

export type DangerId =
  'gaslucht' | 'co_alarm' | 'brand_nu' | 'vonken' | 'water_veel' | 'lift_opgesloten';

/** 0800-9009 is `grid`; `urgent` is the association's own number, which has a second one behind it. */
export type CallId = '112' | 'grid' | 'police' | 'urgent' | 'lift';

interface SafetySteps {
  /**
   * One instruction that is complete without the screen (`safety.<id>.first`), then "Ik ben buiten",
   * then steps that are all done outside. The others show `safety.<id>.title` and the steps at once.
   */
  leaveFirst: boolean;
  /** How many texts `safety.<id>.step.1` to `.n` there are. */
  steps: number;
  /** The call buttons, the likeliest first. */
  calls: readonly CallId[];
}

const leaveFirst = (steps: number, ...calls: CallId[]): SafetySteps => ({
  leaveFirst: true,
  steps,
  calls,
});
const atOnce = (steps: number, ...calls: CallId[]): SafetySteps => ({
  leaveFirst: false,
  steps,
  calls,
});

// No safety asks anybody to touch a switch, a fuse or the gas tap, to climb, or to go back inside.
// The main tap is often in the meter cupboard: whoever is sent there is told to stay away when wet.
const steps = {
  gas: leaveFirst(3, 'grid', '112'),
  co: leaveFirst(2, '112'),
  brand: atOnce(4, '112', 'urgent'),
  stroom: atOnce(3, '112', 'urgent'),
  water: atOnce(4, 'urgent', '112'),
  lift: atOnce(4, 'lift', 'urgent', '112'),

  water_stroom: atOnce(3, 'urgent', '112'),
  plafond: atOnce(4, 'urgent', '112'),
  kraan_open: atOnce(3, 'urgent'),
  ketel_lek: atOnce(3, 'urgent', '112'),
  overloop: atOnce(3, 'urgent'),
  riool: atOnce(4, 'urgent'),
  toilet: atOnce(2, 'urgent'),
  geen_water: atOnce(4, 'urgent'),
  bevroren: atOnce(4, 'urgent'),
  vies_water: atOnce(2, 'urgent'),
  kou: atOnce(4, 'urgent', '112'),
  geen_stroom: atOnce(4, 'urgent', 'grid', '112'),
  stopcontact: atOnce(2, 'urgent', '112'),
  na_brand: atOnce(3, '112', 'urgent'),
  inbraak: atOnce(3, '112', 'police', 'urgent'),
  huis_open: atOnce(3, 'urgent', '112'),
  buitengesloten: atOnce(4, 'urgent', '112'),
  kind_binnen: atOnce(3, '112', 'urgent'),
  pan_op_vuur: atOnce(3, '112', 'urgent'),
  gebouw_dicht: atOnce(3, 'urgent', '112'),
  glas: atOnce(3, 'urgent'),
  valt: atOnce(3, 'urgent', '112'),
  dak: atOnce(4, 'urgent', '112'),
  balkon: atOnce(3, 'urgent', '112'),
  storm: atOnce(3, 'urgent', '112'),
  lift_stil: atOnce(4, 'lift', 'urgent', '112'),
  donker: atOnce(3, 'urgent', '112'),
  vallen: atOnce(3, 'urgent', '112'),
  kan_niet_wachten: atOnce(2, 'urgent', '112'),
} satisfies Record<string, SafetySteps>;

export type SafetyId = keyof typeof steps;

export interface Safety extends SafetySteps {
  id: SafetyId;
}

export const safeties = Object.fromEntries(
  Object.entries(steps).map(([id, safety]) => [id, { id, ...safety }]),
) as unknown as Readonly<Record<SafetyId, Safety>>;

export interface Danger {
  id: DangerId;
  safety: SafetyId;
  /** Name in Material Symbols, outlined, weight 400. */
  pictogram: string;
}

/** In the order of the first screen. */
export const dangers: readonly Danger[] = [
  { id: 'gaslucht', safety: 'gas', pictogram: 'gas_meter' },
  { id: 'co_alarm', safety: 'co', pictogram: 'detector_co' },
  { id: 'brand_nu', safety: 'brand', pictogram: 'local_fire_department' },
  { id: 'vonken', safety: 'stroom', pictogram: 'electric_bolt' },
  { id: 'water_veel', safety: 'water', pictogram: 'water_damage' },
  { id: 'lift_opgesloten', safety: 'lift', pictogram: 'elevator' },
];

/** `title`, `first`, `confirm`, or `step.1` to `step.n`. */
export type SafetyPart = 'title' | 'first' | 'confirm' | `step.${number}`;

/**
 * The key of a safety text. Those of the first screen's dangers are in `danger.json`, which comes
 * with it; the others in `safety.json`, with the screens after it.
 */
export const safetyKey = (id: SafetyId, part: SafetyPart): string =>
  `${dangers.some(({ safety }) => safety === id) ? 'danger' : 'safety'}:safety.${id}.${part}`;
