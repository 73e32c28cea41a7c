import { problem, wideAndSize } from './problem.ts';
import type { ProblemData } from './problem.ts';

/** Roof, gutter, outside wall, balcony, garden, and what neighbours share. */
export const outsideAndShared = {
  daklekkage: problem('roofing', 'urgent', ['zolder', 'slaapkamer', 'buiten'], {
    safety: 'dak',
    ask: ['water_bij_stroom'],
    photos: ['overzicht', 'waterspoor'],
  }),
  dakpan_los: problem('landslide', 'soon', ['buiten', 'zolder'], {
    safety: 'valt',
    ask: ['valt_naar_beneden', 'storm'],
    photos: ['overzicht'],
  }),
  stormschade: problem('storm', 'soon', ['buiten', 'tuin', 'zolder'], {
    safety: 'valt',
    ask: ['valt_naar_beneden', 'storm'],
    photos: ['overzicht'],
  }),
  goot_verstopt: problem('block', 'standard', ['buiten', 'balkon', 'tuin'], {
    ask: ['water_komt_binnen'],
    photos: ['overzicht'],
  }),
  goot_lekt: problem('rainy', 'standard', ['buiten', 'balkon', 'tuin'], {
    ask: ['water_komt_binnen'],
    photos: ['overzicht'],
  }),
  balkonhek_los: problem('fence', 'urgent', ['balkon'], {
    safety: 'balkon',
    photos: ['overzicht'],
  }),
  betonrot: problem('landslide', 'soon', ['balkon', 'buiten', 'gedeeld'], {
    safety: 'valt',
    ask: ['valt_naar_beneden'],
    photos: wideAndSize,
  }),
  gevel_scheur: problem('foundation', 'planned', ['buiten'], {
    ask: ['valt_naar_beneden'],
    photos: wideAndSize,
  }),
  graffiti: problem('format_paint', 'standard', ['buiten', 'gedeeld'], { photos: ['overzicht'] }),
  schutting: problem('fence', 'standard', ['tuin'], {
    ask: ['valgevaar', 'van_wie_is_schutting'],
    photos: ['overzicht'],
  }),
  pad_verzakt: problem('vertical_align_bottom', 'standard', ['tuin', 'gedeeld'], {
    ask: ['valgevaar'],
    photos: wideAndSize,
  }),
  // Who finds it standing still may not know that somebody is in it.
  lift_stil: problem('elevator', 'urgent', ['gedeeld'], {
    safety: 'lift_stil',
    ask: ['iemand_in_lift', 'kan_niet_trap'],
  }),
  lift_opgesloten: problem('sos', 'danger', ['gedeeld'], { safety: 'lift' }),
} satisfies Record<string, ProblemData>;
