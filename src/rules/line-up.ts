import type { Episode } from '../model/episode.ts';
import { type EpisodeEntry, isValid, type Project, stateOf, type ValidEntry } from '../model/project.ts';

export type ValidEpisode = EpisodeEntry & ValidEntry<Episode>;

/** The numbered full episodes of one season, by number; empty for a season of trailers. */
export type Season = ReadonlyMap<number, readonly ValidEpisode[]>;

/** What comes before a number of a season. */
interface Before {
  /** The greatest lower number. */
  readonly number: number;
  /** The last date of all lower numbers; milliseconds since 1970. */
  readonly lastDate: number;
}

interface LineUp {
  /** Episodes that are out or will be: no drafts, none withdrawn. In the order of their files. */
  readonly episodes: readonly ValidEpisode[];
  /** Every number that is taken, by season (0 for none), withdrawn ones among them. Drafts do not count. */
  readonly seasons: ReadonlyMap<number, Season>;
  /** By season and number; nothing for the first. */
  readonly before: ReadonlyMap<number, ReadonlyMap<number, Before>>;
  /** False while a number somewhere cannot be read: what looks like a gap may be that one. */
  readonly hasAllNumbers: boolean;
}

const known = new WeakMap<Project, LineUp>();

/** What listeners will find, and how it is numbered. Worked out once for a project. */
export function lineUpOf(project: Project): LineUp {
  const lineUp = known.get(project) ?? arrange(project);
  known.set(project, lineUp);
  return lineUp;
}

const firsts = new WeakMap<Project, Map<KeyOf, Map<string, ValidEpisode>>>();

/** What episodes are compared by; `undefined` for one that is not to be compared. */
export type KeyOf = (entry: ValidEpisode, project: Project) => string | undefined;

/** The first other episode of the line-up, in the order of files, that has the same key; `undefined` when `entry` comes first. */
export function earlierWithSame(keyOf: KeyOf, entry: ValidEpisode, project: Project): ValidEpisode | undefined {
  const key = keyOf(entry, project);
  const first = key === undefined ? undefined : firstByKey(keyOf, project).get(key);
  return first !== undefined && first.file < entry.file ? first : undefined;
}

function firstByKey(keyOf: KeyOf, project: Project): ReadonlyMap<string, ValidEpisode> {
  const indexes = firsts.get(project) ?? new Map<KeyOf, Map<string, ValidEpisode>>();
  firsts.set(project, indexes);
  const known = indexes.get(keyOf);
  if (known !== undefined) return known;
  const index = new Map<string, ValidEpisode>();
  for (const entry of lineUpOf(project).episodes) {
    const key = keyOf(entry, project);
    if (key !== undefined && !index.has(key)) index.set(key, entry);
  }
  indexes.set(keyOf, index);
  return index;
}

const numberKeys = ['type', 'season', 'episode'];

function arrange({ episodes, asOf }: Project): LineUp {
  const inOrder: ValidEpisode[] = [];
  const seasons = new Map<number, Map<number, ValidEpisode[]>>();
  let hasAllNumbers = true;
  for (const entry of episodes) {
    if (!isValid(entry) || numberKeys.some((key) => entry.substituted.includes(key))) hasAllNumbers = false;
    if (!isValid(entry)) continue;
    const state = stateOf(entry.content, asOf);
    if (state === 'draft') continue;
    if (state !== 'withdrawn') inOrder.push(entry);
    const { type, season = 0, episode } = entry.content;
    const numbers = seasons.get(season) ?? new Map<number, ValidEpisode[]>();
    seasons.set(season, numbers);
    if (type === 'full' && episode !== undefined) numbers.set(episode, [...(numbers.get(episode) ?? []), entry]);
  }
  const before = new Map([...seasons].map(([season, numbers]) => [season, beforeEach(numbers)]));
  return { episodes: inOrder, seasons, before, hasAllNumbers };
}

/** Worked out once for a season: with thousands of episodes in one, looking at all lower numbers for each takes seconds. */
function beforeEach(season: Season): ReadonlyMap<number, Before> {
  const found = new Map<number, Before>();
  let last: Before | undefined;
  for (const [number, entries] of [...season].sort(([a], [b]) => a - b)) {
    if (last !== undefined) found.set(number, last);
    const dates = entries
      .filter(({ substituted }) => !substituted.includes('date'))
      .map(({ content }) => content.date.epochMilliseconds);
    last = { number, lastDate: Math.max(last?.lastDate ?? Number.NEGATIVE_INFINITY, ...dates) };
  }
  return found;
}
