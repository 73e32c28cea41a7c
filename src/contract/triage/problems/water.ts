import type { RoomId } from '../types.ts';
import { indoors, lived, problem, wet, wideAndClose } from './problem.ts';
import type { ProblemData } from './problem.ts';

const wetOrWhole: readonly RoomId[] = [...wet, 'hele_woning'];
const withWc: readonly RoomId[] = ['toilet', 'badkamer'];
/** Where a drain can be that no sink stands above. */
const withDrain: readonly RoomId[] = [...wet, 'berging', 'tuin'];

/** Water where it does not belong, damp, taps, drains, toilet and washing. */
export const water = {
  lekkage_plafond: problem('water_damage', 'urgent', [...indoors, 'gedeeld', 'hele_woning'], {
    safety: 'plafond',
    ask: ['water_bij_stroom', 'water_vandaan'],
    photos: ['overzicht', 'waterspoor'],
  }),
  leiding_gesprongen: problem('flood', 'urgent', [...indoors, 'gedeeld', 'hele_woning'], {
    safety: 'water',
    ask: ['water_bij_stroom'],
    photos: ['dichtbij'],
  }),
  leiding_drupt: problem('valve', 'soon', [...indoors, 'gedeeld', 'hele_woning'], {
    ask: ['water_stroomt', 'water_bij_stroom'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  geen_water: problem('format_color_reset', 'urgent', wetOrWhole, {
    safety: 'geen_water',
    ask: ['ook_buren', 'vorst'],
  }),
  leiding_bevroren: problem('ac_unit', 'urgent', ['berging', 'buiten', 'tuin', 'hele_woning'], {
    safety: 'bevroren',
    photos: ['dichtbij'],
  }),
  bruin_water: problem('water_do', 'soon', wetOrWhole, {
    safety: 'vies_water',
    ask: ['ook_buren'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),

  kraan_drupt: problem('water_drop', 'standard', wet, { photos: wideAndClose }),
  kraan_dicht: problem('faucet', 'urgent', wet, { safety: 'kraan_open', photos: ['dichtbij'] }),
  kraan_los: problem('home_improvement_and_tools', 'standard', wet, { photos: ['dichtbij'] }),
  kraan_kalk: problem('water_loss', 'standard', wetOrWhole, {
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  buitenkraan: problem('faucet', 'standard', ['tuin', 'buiten'], {
    ask: ['water_stroomt', 'vorst'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),

  afvoer_verstopt: problem('block', 'soon', withDrain, {
    ask: ['loopt_over'],
    selfHelp: true,
    photos: ['overzicht'],
  }),
  riool_komt_omhoog: problem('waves', 'urgent', withDrain, {
    safety: 'riool',
    ask: ['ook_buren'],
    photos: ['overzicht'],
  }),
  afvoer_lekt: problem('cleaning_bucket', 'soon', wet, {
    ask: ['water_bij_stroom'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  rioollucht: problem('sick', 'standard', withDrain, { ask: ['kan_gas_zijn'], selfHelp: true }),

  wc_verstopt: problem('block', 'soon', withWc, { ask: ['enige_toilet', 'loopt_over'] }),
  wc_loopt_door: problem('sync', 'standard', withWc, { selfHelp: true, photos: ['dichtbij'] }),
  wc_spoelt_niet: problem('format_color_reset', 'soon', withWc, {
    ask: ['enige_toilet'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  wc_lekt: problem('water_drops', 'soon', withWc, {
    ask: ['water_stroomt'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  wc_los: problem('home_improvement_and_tools', 'standard', withWc, { photos: wideAndClose }),

  douche_kraan: problem('shower', 'standard', ['badkamer'], { photos: ['dichtbij'] }),
  kit_los: problem('border_bottom', 'standard', ['keuken', 'badkamer'], { photos: wideAndClose }),
  wastafel_kapot: problem('broken_image', 'standard', ['badkamer', 'toilet'], {
    ask: ['hoe_kapot'],
    photos: wideAndClose,
  }),
  beugel_los: problem('assist_walker', 'soon', ['badkamer', 'toilet'], {
    ask: ['valgevaar'],
    photos: ['dichtbij'],
  }),

  schimmel: problem('grain', 'soon', [...indoors, 'hele_woning'], {
    ask: ['hoe_groot', 'kwetsbaar'],
    photos: [...wideAndClose, 'munt'],
  }),
  vochtplek: problem('opacity', 'soon', lived, {
    ask: ['water_stroomt', 'water_bij_stroom'],
    photos: ['overzicht', 'waterspoor'],
  }),
} satisfies Record<string, ProblemData>;
