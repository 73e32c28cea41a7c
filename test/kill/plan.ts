import { Chance } from './chance.ts';

/** What is done to her page: its process is killed, the line is cut, or the phone says it is offline. */
const BLOWS = ['crash', 'dead line', 'offline'] as const;
/** When. */
const MOMENTS = [
  'between two keys',
  'during an upload',
  'just after Send',
  'as the desk answers',
  'anywhere',
] as const;

export type Blow = (typeof BLOWS)[number];
export type Moment = (typeof MOMENTS)[number];

/** One run: who she is, what she fills in, and what happens to her page when. */
export interface Plan {
  seed: number;
  blow: Blow;
  moment: Moment;
  /** Text fields in which it may happen, and at which of its keys. */
  field: string;
  key: number;
  /** Which piece of an upload, counted from 1. */
  piece: number;
  /** Milliseconds after that; for `anywhere` after the beginning. */
  after: number;
  /** How long the line is away, in milliseconds. */
  away: number;
  /** She opens her page again while the line is still away, and once more when it is back. */
  impatient: boolean;
  /** Text field → what she types in it. */
  typed: Readonly<Record<string, string>>;
  /** Colours of her photos, as "r g b" from 0 to 255. */
  photos: readonly string[];
}

const STORIES = [
  '',
  'De kraan in de keuken drupt al een week, ook ’s nachts.',
  'Drup drup 💧💧 het houdt niet op 😞',
  'الصنبور يقطر منذ أسبوع',
  'kraan <b>lekt</b> & "drupt"; DROP TABLE reports; --',
];
export const COLOURS = ['200 60 60', '60 160 80', '60 90 200', '190 170 60', '150 60 180'];

/** Fifteen seeds after one another have every blow at every moment. */
export function planOf(seed: number): Plan {
  const chance = new Chance(seed);
  const moment = MOMENTS[seed % MOMENTS.length]!;
  const photos = COLOURS.slice(0, chance.whole(moment === 'during an upload' ? 1 : 0, 3));
  const story = chance.one(STORIES);
  const typed: Record<string, string> = {
    'address-postcode': '9401ab',
    'address-number': `${1 + (seed % 90)}a`,
    name: `Mevrouw Kil ${seed}`,
    phone: `06 1234 ${String(1000 + (seed % 9000))}`,
    ...(story && { story }),
  };
  const field = chance.one(Object.keys(typed));
  const after = {
    'between two keys': 0,
    'during an upload': chance.whole(0, 150),
    'just after Send': chance.whole(0, 50),
    'as the desk answers': chance.whole(0, 250),
    anywhere: chance.whole(0, 9000),
  };
  return {
    seed,
    blow: BLOWS[Math.floor(seed / MOMENTS.length) % BLOWS.length]!,
    moment,
    field,
    key: chance.whole(1, [...typed[field]!].length),
    piece: chance.whole(1, photos.length * 3 || 1),
    after: after[moment],
    away: chance.whole(0, 2500),
    impatient: chance.next() < 0.3,
    typed,
    photos,
  };
}

export const told = ({ seed, blow, moment, field, key, after, photos }: Plan): string =>
  `seed ${seed}: ${blow} ${moment === 'between two keys' ? `after key ${key} of ${field}` : `${moment}, ${after} ms`}, ${photos.length} photos`;
