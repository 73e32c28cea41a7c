import type { RoomId } from '../types.ts';
import { codeAndType, indoors, lived, problem, wideAndClose } from './problem.ts';
import type { ProblemData } from './problem.ts';

/** Where gas is burnt or measured, or where a person sits, lies or walks in and smells it. */
const nearGas: readonly RoomId[] = [
  ...(['keuken', 'woonkamer', 'slaapkamer', 'hal', 'meterkast'] as const),
  ...(['zolder', 'berging', 'gedeeld', 'hele_woning'] as const),
];
const heated: readonly RoomId[] = [...lived, 'hele_woning'];
/** Where a boiler hangs: her own cupboards and lofts, and the installation as a whole. */
const withBoiler: readonly RoomId[] = ['keuken', 'hal', 'zolder', 'berging', 'hele_woning'];
const withSockets: readonly RoomId[] = lived.filter((room) => room !== 'toilet');

/** Gas, heating, hot water, electricity and the alarms. */
export const warmthAndPower = {
  gaslucht: problem('gas_meter', 'danger', nearGas, { safety: 'gas' }),
  co_alarm: problem('detector_co', 'danger', [...nearGas, 'trap'], { safety: 'co' }),
  rookmelder_piept: problem(
    'detector_smoke',
    'soon',
    [
      ...(['keuken', 'woonkamer', 'slaapkamer', 'hal', 'trap'] as const),
      ...(['zolder', 'berging', 'gedeeld', 'hele_woning'] as const),
    ],
    { photos: ['overzicht'] },
  ),
  brand_schade: problem('local_fire_department', 'urgent', [...nearGas, 'trap'], {
    safety: 'na_brand',
    ask: ['nog_brand'],
    photos: ['overzicht'],
  }),

  geen_verwarming: problem('mode_heat_off', 'soon', heated, {
    ask: ['koud', 'kwetsbaar'],
    selfHelp: true,
    photos: codeAndType,
  }),
  blokverwarming: problem(
    'apartment',
    'urgent',
    ['woonkamer', 'slaapkamer', 'gedeeld', 'hele_woning'],
    { safety: 'kou' },
  ),
  waterdruk_laag: problem('speed', 'soon', ['zolder', 'berging', 'hele_woning'], {
    ask: ['koud', 'druk_zakt'],
    selfHelp: true,
    photos: ['foutcode'],
  }),
  thermostaat: problem('thermostat', 'soon', ['woonkamer', 'slaapkamer', 'hele_woning'], {
    ask: ['koud', 'kwetsbaar'],
    selfHelp: true,
    photos: ['foutcode'],
  }),
  ketel_lekt: problem('water_drops', 'urgent', withBoiler, {
    safety: 'ketel_lek',
    ask: ['water_bij_stroom'],
    photos: ['dichtbij', 'typeplaatje'],
  }),
  ketel_geluid: problem('volume_up', 'soon', ['zolder', 'berging', 'hele_woning'], {
    ask: ['foutcode'],
    photos: codeAndType,
  }),
  radiator_koud: problem('thermometer_loss', 'standard', heated, {
    ask: ['kwetsbaar'],
    selfHelp: true,
    photos: ['overzicht'],
  }),
  radiator_lekt: problem('water_drop', 'soon', [...heated, 'gedeeld'], {
    ask: ['water_stroomt', 'water_bij_stroom'],
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  radiatorknop: problem('nest_thermostat_gen_3', 'standard', heated, { photos: ['dichtbij'] }),
  geen_warmwater: problem('thermometer_loss', 'soon', ['keuken', 'badkamer', 'hele_woning'], {
    ask: ['kwetsbaar', 'foutcode'],
    photos: codeAndType,
  }),
  boiler_lekt: problem('water_heater', 'urgent', ['keuken', 'badkamer', 'berging', 'hele_woning'], {
    safety: 'ketel_lek',
    ask: ['water_bij_stroom', 'huurt_u_boiler'],
    photos: ['dichtbij', 'typeplaatje'],
  }),
  warmtepomp: problem('heat_pump', 'soon', ['zolder', 'berging', 'buiten', 'hele_woning'], {
    ask: ['koud', 'kwetsbaar'],
    photos: codeAndType,
  }),
  zonnepanelen: problem('solar_power', 'standard', ['meterkast', 'buiten', 'hele_woning'], {
    photos: ['foutcode'],
  }),

  vonken: problem(
    'electric_bolt',
    'danger',
    [...indoors, 'balkon', 'tuin', 'buiten', 'gedeeld', 'hele_woning'],
    { safety: 'stroom' },
  ),
  geen_stroom_huis: problem('electric_meter', 'urgent', [...indoors, 'hele_woning'], {
    safety: 'geen_stroom',
    ask: ['vonken_brandlucht', 'ook_buren'],
  }),
  geen_stroom_deel: problem('power_off', 'soon', [...indoors, 'hele_woning'], {
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
  lamp_vast: problem('light', 'standard', [...indoors, 'balkon', 'tuin', 'buiten', 'hele_woning'], {
    selfHelp: true,
    photos: ['overzicht'],
  }),
  licht_gedeeld: problem('light_group', 'standard', ['gedeeld'], {
    ask: ['heel_donker'],
    photos: ['overzicht'],
  }),
} satisfies Record<string, ProblemData>;
