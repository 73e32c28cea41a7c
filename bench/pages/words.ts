import { join } from 'node:path';
import { ROOT, readJson } from '../../scripts/lib/files.mjs';
import { dangers } from '../../src/contract/triage/danger.ts';

export interface Row {
  id: string;
  label: string;
  hint?: string;
}

/** What the first screen asks: the same words on every page that is compared. */
export interface Words {
  title: string;
  intro: string;
  dangers: readonly Row[];
  none: Row;
  someoneElse: string;
  onward: string;
  speak: string;
  call: string;
  tel: string;
}

/** From the language files that the repair form itself reads, in Dutch. */
export function firstScreenWords(): Words {
  const texts = (file: string) =>
    readJson(join(ROOT, 'locales/nl', `${file}.json`)) as Record<string, string>;
  const danger = texts('danger');
  const form = texts('repair-form');
  const frame = texts('frame');
  const { phone } = readJson(join(ROOT, 'profiles/delinde.json')) as {
    phone: { shown: string; tel: string };
  };
  const row = (id: string): Row => {
    const hint = danger[`danger.${id}.hint`];
    return { id, label: danger[`danger.${id}`]!, ...(hint ? { hint } : {}) };
  };
  return {
    title: form['screen.danger.title']!,
    intro: form['screen.danger.intro']!,
    dangers: dangers.map(({ id }) => row(id)),
    none: row('none'),
    someoneElse: form['someoneElse.label']!,
    onward: frame['continue']!,
    speak: frame['speak.open']!,
    call: frame['call']!.replace('{{number}}', phone.shown),
    tel: phone.tel,
  };
}
