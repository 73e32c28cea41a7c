import type { RoomId } from '../types.ts';
import { indoors, problem, wideAndClose, wideAndSize } from './problem.ts';
import type { ProblemData } from './problem.ts';

const aired: readonly RoomId[] = ['keuken', 'badkamer', 'woonkamer'];
const outsideDoor: readonly RoomId[] = ['keuken', 'woonkamer'];

/** Doors, windows, walls, floors, damp, air, cupboards and animals. */
export const building = {
  kastdeur: problem('dresser', 'standard', ['keuken'], { photos: wideAndClose }),
  aanrecht: problem('countertops', 'planned', ['keuken'], { photos: wideAndSize }),

  ventilatie_uit: problem('mode_fan_off', 'soon', indoors, {
    selfHelp: true,
    photos: ['overzicht'],
  }),
  ventilatie_lawaai: problem('volume_up', 'standard', indoors, { photos: ['overzicht'] }),
  rooster_klem: problem('hvac', 'standard', aired, { photos: ['overzicht'] }),

  deur_klemt: problem('door_open', 'standard', indoors, { photos: wideAndClose }),
  deurkruk_los: problem('home_improvement_and_tools', 'standard', indoors, {
    photos: ['dichtbij'],
  }),
  // The living room until the hall has tiles of its own; VERA gets the hall (see vera.ts).
  voordeur_sluit_niet: problem('lock_open', 'urgent', ['woonkamer'], {
    safety: 'huis_open',
    ask: ['woning_open'],
    photos: ['dichtbij'],
  }),
  inbraak: problem('siren', 'urgent', ['woonkamer'], {
    safety: 'inbraak',
    ask: ['woning_open'],
    photos: ['overzicht'],
  }),
  buitendeur_rot: problem('door_front', 'standard', outsideDoor, {
    ask: ['woning_open'],
    photos: wideAndClose,
  }),

  raam_sluit_niet: problem('window_open', 'soon', indoors, {
    ask: ['woning_open'],
    photos: wideAndClose,
  }),
  raam_klemt: problem('window_closed', 'standard', indoors, {
    selfHelp: true,
    photos: ['dichtbij'],
  }),
  glas_kapot: problem('broken_image', 'soon', indoors, {
    safety: 'glas',
    ask: ['woning_open', 'scherp_glas'],
    photos: ['overzicht'],
  }),
  tocht: problem('air', 'standard', ['keuken', 'woonkamer'], { photos: ['dichtbij'] }),
  dubbelglas_lek: problem('foggy', 'standard', aired, { photos: ['overzicht'] }),
  kozijn_rot: problem('format_paint', 'planned', aired, { photos: wideAndSize }),

  schimmel: problem('grain', 'soon', indoors, {
    ask: ['hoe_groot', 'kwetsbaar'],
    photos: [...wideAndClose, 'munt'],
  }),
  vochtplek: problem('opacity', 'soon', indoors, {
    ask: ['water_stroomt', 'water_bij_stroom'],
    photos: ['overzicht', 'waterspoor'],
  }),

  scheur: problem('broken_image', 'standard', indoors, {
    ask: ['valt_naar_beneden'],
    photos: wideAndSize,
  }),
  stuc_los: problem('landslide', 'soon', indoors, {
    safety: 'valt',
    ask: ['valt_naar_beneden'],
    photos: ['overzicht'],
  }),
  tegel_los: problem('grid_view', 'standard', indoors, {
    ask: ['valgevaar'],
    photos: wideAndSize,
  }),
  vloer_zakt: problem('vertical_align_bottom', 'soon', indoors, {
    ask: ['valgevaar'],
    photos: ['overzicht'],
  }),

  muizen_ratten: problem('pest_control_rodent', 'soon', ['keuken', 'woonkamer'], {
    ask: ['soort_dier'],
    photos: ['dichtbij'],
  }),
  kakkerlakken: problem('pest_control', 'soon', aired, {
    ask: ['soort_dier'],
    photos: ['dichtbij'],
  }),
  insecten: problem('emoji_nature', 'standard', aired, {
    ask: ['soort_dier'],
    photos: ['dichtbij'],
  }),
} satisfies Record<string, ProblemData>;
