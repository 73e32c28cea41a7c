import type { RoomId } from '../types.ts';
import { codeAndType, everywhere, indoors, problem, wideAndClose } from './problem.ts';
import type { ProblemData } from './problem.ts';

/** Where gas is burnt, or where a person sits and smells it. */
const nearGas: readonly RoomId[] = ['keuken', 'woonkamer', 'verwarming_water'];
const withSockets: readonly RoomId[] = ['keuken', 'badkamer', 'woonkamer'];

/** Gas, heating, hot water, electricity and the alarms. */
export const warmthAndPower = {
  gaslucht: problem('gas_meter', 'danger', nearGas, { safety: 'gas' }),
  co_alarm: problem('detector_co', 'danger', nearGas, { safety: 'co' }),
  rookmelder_piept: problem('detector_smoke', 'soon', ['keuken', 'woonkamer'], {
    photos: ['overzicht'],
  }),
  brand_schade: problem('local_fire_department', 'urgent', ['keuken', 'woonkamer'], {
    safety: 'na_brand',
    photos: ['overzicht'],
  }),

  geen_verwarming: problem('mode_heat_off', 'soon', everywhere, {
    ask: ['koud', 'kwetsbaar'],
    selfHelp: true,
    photos: codeAndType,
  }),
  blokverwarming: problem('apartment', 'urgent', ['woonkamer', 'verwarming_water'], {
    safety: 'kou',
  }),
  waterdruk_laag: problem('speed', 'soon', ['verwarming_water'], {
    ask: ['koud', 'druk_zakt'],
    selfHelp: true,
    photos: ['foutcode'],
  }),
  thermostaat: problem('thermostat', 'soon', ['woonkamer', 'verwarming_water'], {
    ask: ['koud', 'kwetsbaar'],
    selfHelp: true,
    photos: ['foutcode'],
  }),
  ketel_lekt: problem('water_drops', 'urgent', ['verwarming_water'], {
    safety: 'ketel_lek',
    ask: ['water_bij_stroom'],
    photos: ['dichtbij', 'typeplaatje'],
  }),
  ketel_geluid: problem('volume_up', 'soon', ['verwarming_water'], {
    ask: ['foutcode'],
    photos: codeAndType,
  }),
  radiator_koud: problem('thermometer_loss', 'standard', everywhere, {
    ask: ['kwetsbaar'],
    selfHelp: true,
    photos: ['overzicht'],
  }),
  radiator_lekt: problem('water_drop', 'soon', everywhere, {
    ask: ['water_stroomt', 'water_bij_stroom'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  radiatorknop: problem('nest_thermostat_gen_3', 'standard', everywhere, { photos: ['dichtbij'] }),
  geen_warmwater: problem('thermometer_loss', 'soon', ['keuken', 'badkamer', 'verwarming_water'], {
    ask: ['kwetsbaar', 'foutcode'],
    photos: codeAndType,
  }),
  boiler_lekt: problem('water_heater', 'urgent', ['keuken', 'badkamer', 'verwarming_water'], {
    safety: 'ketel_lek',
    ask: ['water_bij_stroom', 'huurt_u_boiler'],
    photos: ['dichtbij', 'typeplaatje'],
  }),
  warmtepomp: problem('heat_pump', 'soon', ['verwarming_water'], {
    ask: ['koud', 'kwetsbaar'],
    photos: codeAndType,
  }),

  vonken: problem('electric_bolt', 'danger', indoors, { safety: 'stroom' }),
  geen_stroom_huis: problem('electric_meter', 'urgent', indoors, {
    safety: 'geen_stroom',
    ask: ['vonken_brandlucht', 'ook_buren'],
  }),
  geen_stroom_deel: problem('power_off', 'soon', indoors, {
    ask: ['vonken_brandlucht', 'kwetsbaar'],
    selfHelp: true,
    photos: ['groepenkast'],
  }),
  stopcontact_kapot: problem('power', 'standard', withSockets, {
    ask: ['vonken_brandlucht'],
    photos: wideAndClose,
  }),
  stopcontact_los: problem('electrical_services', 'soon', withSockets, {
    safety: 'stopcontact',
    ask: ['vonken_brandlucht'],
    photos: ['overzicht'],
  }),
  lamp_vast: problem('light', 'standard', indoors, { selfHelp: true, photos: ['overzicht'] }),
} satisfies Record<string, ProblemData>;
