import type { SafetyId } from '../danger.ts';
import type { DetailId } from '../details.ts';
import type { PhotoTipId, RoomId, Urgency } from '../types.ts';

export interface ProblemData {
  /** Name in Material Symbols, outlined, weight 400. */
  pictogram: string;
  /** Where it can be chosen: it shows under an item only in these rooms. */
  rooms: readonly RoomId[];
  urgency: Urgency;
  /** What to do until help comes; below urgent it is a warning. */
  safety?: SafetyId;
  /** Follow-up questions, two at most. */
  ask: readonly DetailId[];
  /** Whether there is a text `self-help.<id>`. */
  selfHelp: boolean;
  photos: readonly PhotoTipId[];
}

type Rest = Partial<Pick<ProblemData, 'safety' | 'ask' | 'selfHelp' | 'photos'>>;

export const problem = (
  pictogram: string,
  urgency: Urgency,
  rooms: readonly RoomId[],
  { safety, ask = [], selfHelp = false, photos = [] }: Rest = {},
): ProblemData => ({ pictogram, urgency, rooms, safety, ask, selfHelp, photos });

/** Rooms with a tap and a drain. */
export const wet: readonly RoomId[] = ['keuken', 'badkamer', 'toilet'];
/** Rooms of her own that she lives in or walks through, each with walls, a floor and a ceiling. */
export const lived: readonly RoomId[] = [
  ...wet,
  ...(['woonkamer', 'slaapkamer', 'hal', 'trap', 'zolder', 'berging'] as const),
];
/** Everywhere under her own roof. */
export const indoors: readonly RoomId[] = [...lived, 'meterkast'];
/** Rooms with a window to the outside. */
export const withWindows: readonly RoomId[] = lived.filter((room) => room !== 'hal');

export const wideAndClose: readonly PhotoTipId[] = ['overzicht', 'dichtbij'];
export const wideAndSize: readonly PhotoTipId[] = ['overzicht', 'munt'];
export const codeAndType: readonly PhotoTipId[] = ['foutcode', 'typeplaatje'];
