/** What an appointment can be. Apart from its schemas, so that a page needs none to name one. */
export const APPOINTMENT_KINDS = [
  'repair-visit',
  'home-visit',
  'office',
  'phone',
  'video',
] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

/** Somebody comes to her home: where that is decides who can come. */
export const isVisit = (kind: AppointmentKind): boolean =>
  kind === 'repair-visit' || kind === 'home-visit';

/** As many free times as somebody chooses from at once. */
export const SOONEST = 5;
