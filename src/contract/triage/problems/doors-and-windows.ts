import type { RoomId } from '../types.ts';
import { indoors, lived, problem, wideAndClose, wideAndSize, withWindows } from './problem.ts';
import type { ProblemData } from './problem.ts';

/** Where a door to the outside may be. */
const outsideDoor: readonly RoomId[] = ['hal', 'keuken', 'woonkamer', 'berging', 'balkon'];
const glazed: readonly RoomId[] = [...lived, 'balkon', 'buiten', 'gedeeld'];

/** Doors, locks, keys, windows and glass. */
export const doorsAndWindows = {
  buitengesloten: problem('key_off', 'urgent', ['hal', 'gedeeld', 'hele_woning'], {
    safety: 'buitengesloten',
    ask: ['kind_binnen', 'pan_op_vuur'],
  }),
  voordeur_sluit_niet: problem(
    'lock_open',
    'urgent',
    ['hal', 'keuken', 'woonkamer', 'balkon', 'hele_woning'],
    { safety: 'huis_open', ask: ['woning_open'], photos: ['dichtbij'] },
  ),
  sleutel_afgebroken: problem(
    'key_vertical',
    'soon',
    ['hal', 'berging', 'gedeeld', 'hele_woning'],
    {
      ask: ['staat_buiten', 'woning_open'],
      photos: ['dichtbij'],
    },
  ),
  sleutel_kwijt: problem('key', 'soon', ['hal', 'berging', 'gedeeld', 'hele_woning'], {
    ask: ['staat_buiten'],
  }),
  inbraak: problem(
    'siren',
    'urgent',
    ['hal', 'keuken', 'woonkamer', 'slaapkamer', 'berging', 'hele_woning'],
    { safety: 'inbraak', ask: ['woning_open'], photos: ['overzicht'] },
  ),
  deur_klemt: problem('door_open', 'standard', [...indoors, 'balkon', 'gedeeld'], {
    photos: wideAndClose,
  }),
  deurkruk_los: problem('home_improvement_and_tools', 'standard', [...indoors, 'balkon'], {
    photos: ['dichtbij'],
  }),
  buitendeur_rot: problem('door_front', 'standard', outsideDoor, {
    ask: ['woning_open'],
    photos: wideAndClose,
  }),
  garagedeur: problem('garage_door', 'standard', ['berging'], { photos: wideAndClose }),
  toegangsdeur: problem('door_front', 'soon', ['gedeeld'], {
    ask: ['niemand_kan_erin'],
    photos: ['overzicht'],
  }),
  bel_kapot: problem('doorbell', 'standard', ['hal', 'gedeeld'], {
    ask: ['eigen_of_gedeeld'],
    photos: ['overzicht'],
  }),

  raam_sluit_niet: problem('window_open', 'soon', withWindows, {
    ask: ['woning_open'],
    photos: wideAndClose,
  }),
  raam_klemt: problem('window_closed', 'standard', withWindows, {
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  glas_kapot: problem('broken_image', 'soon', glazed, {
    safety: 'glas',
    ask: ['woning_open', 'scherp_glas'],
    photos: ['overzicht'],
  }),
  tocht: problem(
    'air',
    'standard',
    ['keuken', 'badkamer', 'woonkamer', 'slaapkamer', 'hal', 'zolder', 'balkon'],
    { photos: ['dichtbij'] },
  ),
  dubbelglas_lek: problem('foggy', 'standard', [...withWindows, 'hal'], { photos: ['overzicht'] }),
  kozijn_rot: problem('format_paint', 'planned', [...withWindows, 'hal', 'balkon', 'buiten'], {
    photos: wideAndSize,
  }),
} satisfies Record<string, ProblemData>;
