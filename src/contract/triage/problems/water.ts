import { everywhere, problem, wet, wideAndClose } from './problem.ts';
import type { ProblemData } from './problem.ts';

/** Water where it does not belong, taps, drains, toilet and washing. */
export const water = {
  lekkage_plafond: problem('water_damage', 'urgent', everywhere, {
    safety: 'plafond',
    ask: ['water_bij_stroom', 'water_vandaan'],
    photos: ['overzicht', 'waterspoor'],
  }),
  leiding_gesprongen: problem('flood', 'urgent', everywhere, {
    safety: 'water',
    ask: ['water_bij_stroom'],
    photos: ['dichtbij'],
  }),
  leiding_drupt: problem('valve', 'soon', everywhere, {
    ask: ['water_stroomt', 'water_bij_stroom'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  geen_water: problem('format_color_reset', 'urgent', [...wet, 'verwarming_water'], {
    safety: 'geen_water',
    ask: ['ook_buren', 'vorst'],
  }),
  leiding_bevroren: problem('ac_unit', 'urgent', ['verwarming_water'], {
    safety: 'bevroren',
    photos: ['dichtbij'],
  }),
  bruin_water: problem('water_do', 'soon', [...wet, 'verwarming_water'], {
    safety: 'vies_water',
    ask: ['ook_buren'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),

  kraan_drupt: problem('water_drop', 'standard', wet, { photos: wideAndClose }),
  kraan_dicht: problem('faucet', 'urgent', wet, { safety: 'kraan_open', photos: ['dichtbij'] }),
  kraan_los: problem('home_improvement_and_tools', 'standard', wet, { photos: ['dichtbij'] }),
  kraan_kalk: problem('water_loss', 'standard', [...wet, 'verwarming_water'], {
    selfHelp: true,
    photos: ['dichtbij'],
  }),

  afvoer_verstopt: problem('block', 'soon', wet, {
    ask: ['loopt_over'],
    selfHelp: true,
    photos: ['overzicht'],
  }),
  riool_komt_omhoog: problem('waves', 'urgent', wet, {
    safety: 'riool',
    ask: ['ook_buren'],
    photos: ['overzicht'],
  }),
  afvoer_lekt: problem('cleaning_bucket', 'soon', wet, {
    ask: ['water_bij_stroom'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  rioollucht: problem('sick', 'standard', wet, { ask: ['kan_gas_zijn'], selfHelp: true }),

  wc_verstopt: problem('block', 'soon', ['toilet', 'badkamer'], {
    ask: ['enige_toilet', 'loopt_over'],
  }),
  wc_loopt_door: problem('sync', 'standard', ['toilet', 'badkamer'], {
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  wc_spoelt_niet: problem('format_color_reset', 'soon', ['toilet', 'badkamer'], {
    ask: ['enige_toilet'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  wc_lekt: problem('water_drops', 'soon', ['toilet', 'badkamer'], {
    ask: ['water_stroomt'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  wc_los: problem('home_improvement_and_tools', 'standard', ['toilet', 'badkamer'], {
    photos: wideAndClose,
  }),

  douche_kraan: problem('shower', 'standard', ['badkamer'], { photos: ['dichtbij'] }),
  kit_los: problem('border_bottom', 'standard', ['keuken', 'badkamer'], { photos: wideAndClose }),
  wastafel_kapot: problem('broken_image', 'standard', ['badkamer', 'toilet'], {
    photos: wideAndClose,
  }),
  beugel_los: problem('assist_walker', 'soon', ['badkamer', 'toilet'], {
    ask: ['valgevaar'],
    photos: ['dichtbij'],
  }),
} satisfies Record<string, ProblemData>;
