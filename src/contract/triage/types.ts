/** How soon a repair cannot wait any longer. Ours: VERA has no field for it on a repair. */
export type Urgency = 'danger' | 'urgent' | 'soon' | 'standard' | 'planned';

/** Most urgent first. */
export const urgencies: readonly Urgency[] = ['danger', 'urgent', 'soon', 'standard', 'planned'];

export type RoomId =
  | 'keuken'
  | 'badkamer'
  | 'toilet'
  | 'woonkamer'
  | 'slaapkamer'
  | 'hal'
  | 'trap'
  | 'meterkast'
  | 'zolder'
  | 'berging'
  | 'balkon'
  | 'tuin'
  | 'buiten'
  | 'gedeeld'
  | 'hele_woning';

export type PhotoTipId =
  'overzicht' | 'dichtbij' | 'foutcode' | 'typeplaatje' | 'groepenkast' | 'waterspoor' | 'munt';
