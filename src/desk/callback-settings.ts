import { CALLBACK_TOPICS, type CallbackTopic } from '../contract/callback-choices.ts';
import type { Profile } from '../contract/profile.ts';

export type CallbackSettings = NonNullable<Profile['callbacks']>;
export type Team = CallbackSettings['teams'][number];

/** Every topic is one team's: a call that nobody makes is worse than none. */
export function checkCallbacks({ callbacks }: Profile, wrong: (sentence: string) => never): void {
  if (!callbacks) return;
  const { teams } = callbacks;
  teams.forEach(({ id }, at) => {
    if (teams.findIndex((each) => each.id === id) !== at)
      wrong(`"callbacks.teams.${at}.id" is "${id}", which another team has already.`);
  });
  for (const topic of CALLBACK_TOPICS) {
    const having = teams.flatMap((team) =>
      team.topics.filter((each) => each === topic).map(() => team.id),
    );
    if (!having.length) wrong(`"callbacks.teams" has no team for the topic "${topic}".`);
    if (having.length > 1)
      wrong(
        `"callbacks.teams" gives the topic "${topic}" to ${having.join(' and ')}: give it to one.`,
      );
  }
}

/** Pictures come from the association's own site: a page loads nothing from anywhere else. */
export function checkPeople(
  { people, origins }: Profile,
  wrong: (sentence: string) => never,
): void {
  people.forEach(({ picture }, at) => {
    if (picture && !origins.includes(new URL(picture).origin))
      wrong(`"people.${at}.picture" must be on one of the "origins".`);
  });
}

/** @throws when the profile is not as `checkCallbacks` wants it */
export function teamFor({ teams }: CallbackSettings, topic: CallbackTopic): Team {
  const found = teams.find(({ topics }) => topics.includes(topic));
  if (!found) throw new Error('A topic of no team');
  return found;
}

/** Calls in an hour of opening; undefined: no time is promised. */
export const capacityOf = ({ capacity }: CallbackSettings, team: Team): number | undefined =>
  team.capacity ?? capacity;
