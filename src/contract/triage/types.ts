/** How soon a repair cannot wait any longer. Ours: VERA has no field for it on a repair. */
export type Urgency = 'danger' | 'urgent' | 'soon' | 'standard' | 'planned';

/** Most urgent first. */
export const urgencies: readonly Urgency[] = ['danger', 'urgent', 'soon', 'standard', 'planned'];

export type RoomId = 'keuken' | 'badkamer' | 'toilet' | 'woonkamer' | 'verwarming_water';

export type PhotoTipId =
  'overzicht' | 'dichtbij' | 'foutcode' | 'typeplaatje' | 'groepenkast' | 'waterspoor' | 'munt';
