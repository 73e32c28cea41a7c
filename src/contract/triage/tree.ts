import { building } from './problems/building.ts';
import { doorsAndWindows } from './problems/doors-and-windows.ts';
import { outsideAndShared } from './problems/outside-and-shared.ts';
import type { ProblemData } from './problems/problem.ts';
import { warmthAndPower } from './problems/warmth-and-power.ts';
import { water } from './problems/water.ts';
import type { RoomId } from './types.ts';

export { details } from './details.ts';
export type { Detail, DetailId } from './details.ts';

/**
 * Room → item → problem, as a tenant looks for it: one problem may hang under several items and in
 * several rooms. Ids are stored with every report, so an id never changes its meaning. The words are
 * in `locales/<lang>/triage.json`.
 */
export const TRIAGE_VERSION = '2026-11-23';

const problemData = {
  ...water,
  ...warmthAndPower,
  ...building,
  ...doorsAndWindows,
  ...outsideAndShared,
};

export type ProblemId = keyof typeof problemData;

export interface Problem extends ProblemData {
  id: ProblemId;
}

export const problems: readonly Problem[] = Object.entries(problemData).map(([id, data]) => ({
  id: id as ProblemId,
  ...data,
}));

interface ItemData {
  /** Name in Material Symbols, outlined, weight 400. */
  pictogram: string;
  /** The likeliest first; six are shown at once, so what is urgent is among the first six. */
  problems: readonly ProblemId[];
}

const item = (pictogram: string, ...hanging: ProblemId[]): ItemData => ({
  pictogram,
  problems: hanging,
});

// prettier-ignore
const itemData = {
  waterleiding: item('water_drops', 'lekkage_plafond', 'leiding_drupt', 'leiding_gesprongen',
    'daklekkage', 'boiler_lekt', 'ketel_lekt', 'afvoer_lekt', 'wc_lekt', 'leiding_bevroren',
    'radiator_lekt'),
  kraan: item('faucet', 'kraan_drupt', 'buitenkraan', 'leiding_bevroren', 'kraan_kalk',
    'geen_warmwater', 'kraan_dicht', 'geen_water', 'kraan_los', 'bruin_water'),
  water: item('faucet', 'geen_water', 'geen_warmwater', 'kraan_kalk', 'bruin_water',
    'leiding_bevroren'),
  wastafel: item('clean_hands', 'kraan_drupt', 'geen_warmwater', 'wastafel_kapot', 'kraan_dicht',
    'geen_water', 'kraan_los', 'kraan_kalk'),
  afvoer: item('cyclone', 'afvoer_verstopt', 'rioollucht', 'afvoer_lekt', 'riool_komt_omhoog'),
  wc: item('wc', 'wc_verstopt', 'wc_loopt_door', 'wc_spoelt_niet', 'wc_lekt', 'wc_los',
    'beugel_los', 'bruin_water'),
  douche: item('shower', 'douche_kraan', 'afvoer_verstopt', 'geen_warmwater', 'kraan_drupt',
    'kit_los', 'beugel_los', 'bruin_water'),
  keukenblok: item('dresser', 'kastdeur', 'aanrecht', 'kit_los'),
  stroom: item('power', 'stopcontact_kapot', 'lamp_vast', 'geen_stroom_deel', 'geen_stroom_huis',
    'vonken', 'stopcontact_los'),
  verlichting: item('lightbulb', 'lamp_vast', 'licht_gedeeld', 'vonken'),
  gas: item('detector_smoke', 'gaslucht', 'co_alarm', 'rookmelder_piept', 'brand_schade'),
  melder: item('detector_alarm', 'rookmelder_piept', 'co_alarm', 'brand_schade'),
  radiator: item('heat', 'radiator_koud', 'geen_verwarming', 'radiator_lekt', 'radiatorknop',
    'thermostaat', 'blokverwarming'),
  verwarming: item('water_heater', 'geen_verwarming', 'waterdruk_laag', 'thermostaat',
    'ketel_lekt', 'ketel_geluid', 'blokverwarming'),
  warmwater: item('bath_soak', 'geen_warmwater', 'boiler_lekt', 'waterdruk_laag'),
  duurzaam: item('solar_power', 'warmtepomp', 'zonnepanelen'),
  raam: item('window', 'raam_klemt', 'raam_sluit_niet', 'glas_kapot', 'tocht', 'inbraak',
    'dubbelglas_lek', 'kozijn_rot'),
  glas: item('window', 'glas_kapot', 'dubbelglas_lek', 'kozijn_rot'),
  deur: item('door_front', 'deur_klemt', 'voordeur_sluit_niet', 'deurkruk_los', 'garagedeur',
    'tocht', 'inbraak', 'buitendeur_rot'),
  slot: item('key_vertical', 'buitengesloten', 'voordeur_sluit_niet', 'sleutel_kwijt',
    'sleutel_afgebroken', 'inbraak', 'deurkruk_los'),
  bel: item('doorbell', 'bel_kapot'),
  ventilatie: item('mode_fan', 'ventilatie_uit', 'ventilatie_lawaai', 'rooster_klem'),
  schimmel: item('grain', 'schimmel', 'vochtplek', 'lekkage_plafond'),
  muur: item('brick', 'scheur', 'lekkage_plafond', 'stuc_los', 'vochtplek', 'schimmel'),
  vloer: item('grid_view', 'tegel_los', 'vloer_zakt', 'kit_los'),
  traptrede: item('stairs', 'leuning_los', 'trede_kapot'),
  dak: item('roofing', 'daklekkage', 'dakpan_los', 'stormschade'),
  goot: item('rainy', 'goot_verstopt', 'goot_lekt'),
  gevel: item('house_siding', 'gevel_scheur', 'betonrot', 'graffiti'),
  balkondeel: item('balcony', 'balkonhek_los', 'betonrot'),
  erf: item('fence', 'schutting', 'pad_verzakt', 'stormschade'),
  lift: item('elevator', 'lift_stil', 'lift_opgesloten'),
  toegang: item('door_front', 'toegangsdeur', 'buitengesloten', 'sleutel_kwijt',
    'sleutel_afgebroken', 'deur_klemt'),
  ongedierte: item('pest_control', 'muizen_ratten', 'insecten', 'kakkerlakken'),
} satisfies Record<string, ItemData>;

export type ItemId = keyof typeof itemData;

export interface Item extends ItemData {
  id: ItemId;
}

export const items: readonly Item[] = Object.entries(itemData).map(([id, data]) => ({
  id: id as ItemId,
  ...data,
}));

export interface Room {
  id: RoomId;
  /** Name in Material Symbols, outlined, weight 400. */
  pictogram: string;
  /** The most wanted first; six are shown, the rest after "Meer laten zien". */
  items: readonly ItemId[];
}

const room = (id: RoomId, pictogram: string, ...wanted: ItemId[]): Room => ({
  id,
  pictogram,
  items: wanted,
});

// prettier-ignore
export const rooms: readonly Room[] = [
  room('keuken', 'countertops', 'kraan', 'afvoer', 'waterleiding', 'stroom', 'gas', 'deur',
    'keukenblok', 'radiator', 'ventilatie', 'raam', 'schimmel', 'muur', 'vloer', 'ongedierte'),
  room('badkamer', 'bathtub', 'douche', 'wastafel', 'wc', 'afvoer', 'waterleiding', 'stroom',
    'radiator', 'ventilatie', 'schimmel', 'vloer', 'raam', 'deur', 'muur', 'ongedierte'),
  room('toilet', 'wc', 'wc', 'waterleiding', 'wastafel', 'afvoer', 'stroom', 'ventilatie',
    'radiator', 'deur', 'raam', 'schimmel', 'vloer', 'muur'),
  room('woonkamer', 'chair', 'radiator', 'raam', 'stroom', 'waterleiding', 'deur', 'gas',
    'schimmel', 'ventilatie', 'muur', 'vloer', 'ongedierte'),
  room('slaapkamer', 'bed', 'radiator', 'raam', 'schimmel', 'waterleiding', 'stroom', 'gas',
    'deur', 'ventilatie', 'muur', 'vloer', 'ongedierte'),
  room('hele_woning', 'home', 'verwarming', 'water', 'waterleiding', 'stroom', 'gas', 'slot',
    'warmwater', 'radiator', 'ventilatie', 'schimmel', 'muur', 'duurzaam', 'ongedierte'),
  room('hal', 'door_front', 'slot', 'deur', 'bel', 'stroom', 'waterleiding', 'gas',
    'radiator', 'glas', 'traptrede', 'ventilatie', 'schimmel', 'muur', 'vloer'),
  room('gedeeld', 'apartment', 'lift', 'toegang', 'verlichting', 'waterleiding', 'gas', 'radiator',
    'bel', 'traptrede', 'glas', 'muur', 'vloer', 'gevel', 'erf', 'ongedierte'),
  room('trap', 'stairs', 'traptrede', 'stroom', 'melder', 'waterleiding', 'radiator', 'raam',
    'deur', 'ventilatie', 'schimmel', 'muur', 'vloer'),
  room('meterkast', 'electric_meter', 'stroom', 'gas', 'waterleiding', 'duurzaam', 'deur',
    'schimmel'),
  room('zolder', 'roofing', 'dak', 'verwarming', 'stroom', 'waterleiding', 'raam', 'gas',
    'radiator', 'traptrede', 'schimmel', 'ventilatie', 'deur', 'duurzaam', 'muur', 'vloer',
    'ongedierte'),
  room('berging', 'warehouse', 'deur', 'slot', 'stroom', 'waterleiding', 'afvoer', 'gas',
    'verwarming', 'radiator', 'raam', 'schimmel', 'ventilatie', 'duurzaam', 'muur', 'vloer',
    'ongedierte'),
  room('balkon', 'balcony', 'balkondeel', 'deur', 'raam', 'goot', 'verlichting', 'vloer',
    'ongedierte'),
  room('tuin', 'yard', 'erf', 'kraan', 'afvoer', 'verlichting', 'goot', 'ongedierte'),
  room('buiten', 'house', 'dak', 'goot', 'gevel', 'kraan', 'raam', 'verlichting',
    'duurzaam', 'ongedierte'),
];

/**
 * Rooms of an earlier version, and what they are called since: a draft or a report that names one
 * goes on as the room that took its place.
 */
const formerRooms: Readonly<Record<string, RoomId>> = {
  // Until 2026-11-21 it stood for the whole home.
  verwarming_water: 'hele_woning',
};

export const currentRoom = (id: string): string => formerRooms[id] ?? id;

/** What can be wrong with this item in this room, the likeliest first; none when it is not there. */
export function problemsOf(room: RoomId, item: ItemId): readonly Problem[] {
  const hanging: readonly ProblemId[] = itemData[item].problems;
  if (!rooms.find(({ id }) => id === room)?.items.includes(item)) return [];
  return hanging.flatMap((id) => {
    const data: ProblemData = problemData[id];
    return data.rooms.includes(room) ? [{ id, ...data }] : [];
  });
}
