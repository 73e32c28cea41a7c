import { randomUUID } from 'node:crypto';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { phonePhoto, report, upload } from '../test-data.ts';
import type { TestDesk } from '../testing.ts';

/** Ten reports that differ in whatever can differ, for tests of what leaves the desk. */
export const TEN: Readonly<
  Record<string, { answers: Partial<RepairAnswers>; language?: string; photos?: number }>
> = {
  'a dripping tap': { answers: {} },
  'water through the ceiling, in Arabic, with photos': {
    answers: {
      room: 'woonkamer',
      item: 'waterleiding',
      problem: 'lekkage_plafond',
      details: { water_bij_stroom: 'no' },
      story: 'الماء يتسرب من السقف',
    },
    language: 'ar',
    photos: 2,
  },
  'her own words alone': {
    answers: {
      room: undefined,
      item: undefined,
      problem: undefined,
      story: 'Er komt een raar geluid uit de muur, bel mevrouw Berg op 06-12345678',
      reach: 'email',
      phone: undefined,
      email: 'berg@voorbeeld.example',
      letter: true,
    },
  },
  'filled in by a daughter; a neighbour opens the door': {
    answers: {
      someoneElse: true,
      doorName: 'Buurman Jansen (nr. 14)',
      doorPhone: '0592 11 22 33',
      needs: ['longer-at-door', 'interpreter'],
      when: 'pick',
      days: ['2026-03-27', '2026-03-30'],
    },
  },
  'an address without a postcode': {
    answers: { address: { street: 'Lange Nieuwstraat', number: '7', city: 'Assen' } },
  },
  'a house letter and an addition': {
    answers: { address: { postcode: '9401 AB', number: '12', addition: 'a-3 hoog' } },
  },
  'a front door that does not lock': {
    answers: {
      room: 'hal',
      item: 'deur',
      problem: 'voordeur_sluit_niet',
      when: 'call-first',
      needs: ['call-first'],
    },
  },
  'a letter is all she wants': {
    answers: { name: undefined, reach: 'letter', phone: undefined, when: 'morning' },
  },
  'a long story full of signs': {
    answers: {
      room: 'other',
      item: undefined,
      problem: undefined,
      story: `💧🛁 <script>alert(1)</script> "';--\r\n\t\u202E${'é'.repeat(3900)}`,
      name: '  O’Brien-van den Berg\u202E ',
    },
  },
  'she knows nothing': {
    answers: { room: 'unknown', item: undefined, problem: undefined, when: 'afternoon' },
  },
};

/** Sends one of them as a tenant would. @returns its id at the desk */
export async function sendOne(desk: TestDesk, name: keyof typeof TEN & string): Promise<string> {
  const { answers, language = 'nl', photos = 0 } = TEN[name]!;
  const draft = randomUUID();
  const sent: string[] = [];
  for (let count = 0; count < photos; count++)
    sent.push((await upload(desk, await phonePhoto(640, 480), { draft })).photo);
  const { reference } = await report(desk, { ...answers, photos: sent }, { draft, language });
  const row = await desk.desk.database.db
    .selectFrom('report')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  return row.id;
}
