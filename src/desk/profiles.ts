import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { ProfileSchema, type Hours, type Profile } from '../contract/profile.ts';
import { Refusal } from './refusal.ts';
import { checkCallbacks, checkPeople } from './callback-settings.ts';
import { checkTriage } from './triage-settings.ts';

export type Profiles = ReadonlyMap<string, Profile>;

/** @throws {Refusal} one sentence with the file and the place in it */
export function readProfiles(folder: string): Profiles {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    throw new Refusal(`The folder with profiles, ${folder}, cannot be read.`);
  }
  if (!names.length) throw new Refusal(`There is no profile in ${folder}: add <association>.json.`);
  return new Map(
    names.sort().map((name) => {
      const profile = readProfile(join(folder, name));
      return [profile.id, profile];
    }),
  );
}

export function readProfile(file: string): Profile {
  const wrong = (sentence: string): never => {
    throw new Refusal(`${file}: ${sentence}`);
  };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return wrong(
      error instanceof SyntaxError ? `this is not JSON (${error.message}).` : 'it cannot be read.',
    );
  }
  const result = v.safeParse(ProfileSchema, json);
  if (!result.success) return wrong(inWords(result.issues[0]));
  const profile = result.output;
  checkLists(json, profile, wrong);
  if (`${profile.id}.json` !== basename(file))
    wrong(`"id" is "${profile.id}", so the file must be named ${profile.id}.json.`);
  checkHours(profile.phoneHours, 'phoneHours', wrong);
  checkTriage(profile, wrong);
  profile.offices.forEach((office, index) =>
    checkHours(office.hours, `offices.${index}.hours`, wrong),
  );
  checkOutward(profile, wrong);
  checkCallbacks(profile, wrong);
  checkPeople(profile, wrong);
  const { alarm } = profile;
  if (alarm?.kind === 'webhook' && !alarm.privateNetwork && !alarm.url.startsWith('https:'))
    wrong('"alarm.url" must begin with https:, unless "privateNetwork" is true.');
  return profile;
}

/** Each way out has an id of its own, and no plain http but within one's own network. */
function checkOutward({ outward }: Profile, wrong: (sentence: string) => never): void {
  outward.forEach((each, at) => {
    if (outward.findIndex(({ id }) => id === each.id) !== at)
      wrong(`"outward.${at}.id" is "${each.id}", which another one has already.`);
    const addresses = [
      ...('url' in each ? [['url', each.url] as const] : []),
      ...('auth' in each && each.auth.kind === 'client-credentials'
        ? [['auth.tokenUrl', each.auth.tokenUrl] as const]
        : []),
    ];
    for (const [name, address] of addresses)
      if (address.startsWith('http:') && !('privateNetwork' in each && each.privateNetwork))
        wrong(`"outward.${at}.${name}" must begin with https:, unless "privateNetwork" is true.`);
  });
}

/** valibot takes a list for an object of which nothing is required. */
function checkLists(
  json: unknown,
  taken: unknown,
  wrong: (sentence: string) => never,
  path = '',
): void {
  if (json === null || typeof json !== 'object') return;
  if (Array.isArray(json) && !Array.isArray(taken))
    wrong(`"${path}" is not right; expected Object, found Array.`);
  for (const [name, each] of Object.entries(json))
    checkLists(
      each,
      (taken as Record<string, unknown>)[name],
      wrong,
      path ? `${path}.${name}` : name,
    );
}

function inWords(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '';
  if (!path) return `it must be one object with settings, between { and }.`;
  if (issue.kind === 'schema' && issue.received === 'undefined') return `"${path}" is missing.`;
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `"${short(path)}" is no setting: misspelt?`;
  const expected = issue.expected ? `; expected ${short(issue.expected)}` : '';
  return `"${path}" is not right${expected}, found ${short(issue.received)}.`;
}

/** In one line, whatever somebody put into it. */
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};

/** A span ends after it begins, and the next begins after that. */
function checkHours(hours: Hours, path: string, wrong: (sentence: string) => never): void {
  const lists = [
    ...Object.entries(hours.week).map(([day, spans]) => [`${path}.week.${day}`, spans] as const),
    ...hours.exceptions.map(({ spans }, at) => [`${path}.exceptions.${at}.spans`, spans] as const),
  ];
  for (const [where, spans] of lists)
    spans.forEach(([from, to], at) => {
      if (from >= to) wrong(`"${where}.${at}" closes (${to}) before it opens (${from}).`);
      const before = spans[at - 1];
      if (before && before[1] > from)
        wrong(`"${where}.${at}" opens before the one before it closes.`);
    });
}
