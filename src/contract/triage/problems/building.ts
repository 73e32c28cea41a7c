import type { RoomId } from '../types.ts';
import { lived, problem, wideAndClose, wideAndSize } from './problem.ts';
import type { ProblemData } from './problem.ts';

const floored: readonly RoomId[] = [...lived, 'balkon', 'gedeeld'];

/** Inside the home: cupboards, air, walls, floors, stairs and animals. */
export const building = {
  kastdeur: problem('dresser', 'standard', ['keuken'], { photos: wideAndClose }),
  aanrecht: problem('countertops', 'planned', ['keuken'], {
    ask: ['hoe_kapot'],
    photos: wideAndSize,
  }),

  ventilatie_uit: problem('mode_fan_off', 'soon', [...lived, 'hele_woning'], {
    selfHelp: true,
    photos: ['overzicht'],
  }),
  ventilatie_lawaai: problem('volume_up', 'standard', [...lived, 'hele_woning'], {
    photos: ['overzicht'],
  }),
  rooster_klem: problem('hvac', 'standard', ['keuken', 'badkamer', 'woonkamer', 'slaapkamer'], {
    photos: ['overzicht'],
  }),

  scheur: problem('broken_image', 'standard', [...lived, 'gedeeld', 'hele_woning'], {
    ask: ['valt_naar_beneden'],
    photos: wideAndSize,
  }),
  stuc_los: problem('landslide', 'soon', [...lived, 'gedeeld'], {
    safety: 'valt',
    ask: ['valt_naar_beneden'],
    photos: ['overzicht'],
  }),
  tegel_los: problem('grid_view', 'standard', floored, {
    ask: ['valgevaar'],
    photos: wideAndSize,
  }),
  vloer_zakt: problem('vertical_align_bottom', 'soon', floored, {
    ask: ['valgevaar'],
    photos: ['overzicht'],
  }),
  leuning_los: problem('assist_walker', 'soon', ['trap', 'hal', 'zolder', 'gedeeld'], {
    ask: ['valgevaar'],
    photos: ['dichtbij'],
  }),
  trede_kapot: problem('stairs', 'soon', ['trap', 'hal', 'zolder', 'gedeeld'], {
    ask: ['valgevaar'],
    photos: wideAndClose,
  }),

  muizen_ratten: problem(
    'pest_control_rodent',
    'soon',
    [
      ...(['keuken', 'woonkamer', 'slaapkamer', 'zolder', 'berging'] as const),
      ...(['tuin', 'gedeeld', 'hele_woning'] as const),
    ],
    { ask: ['soort_dier'], photos: ['dichtbij'] },
  ),
  kakkerlakken: problem(
    'pest_control',
    'soon',
    ['keuken', 'badkamer', 'woonkamer', 'slaapkamer', 'gedeeld', 'hele_woning'],
    { ask: ['soort_dier'], photos: ['dichtbij'] },
  ),
  insecten: problem(
    'emoji_nature',
    'standard',
    [
      ...(['keuken', 'badkamer', 'woonkamer', 'slaapkamer', 'zolder', 'berging'] as const),
      ...(['balkon', 'tuin', 'buiten', 'hele_woning'] as const),
    ],
    { ask: ['soort_dier'], photos: ['dichtbij'] },
  ),
} satisfies Record<string, ProblemData>;
