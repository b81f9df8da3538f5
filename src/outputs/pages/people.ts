import { compareText } from '../../model/diagnostic.ts';
import type { Person } from '../../model/person.ts';
import type { PublishedEpisode } from '../../model/project.ts';

/** A person of the show with everything they take part in. */
export interface PersonEntry {
  readonly name: string;
  /** The folder name under people/. */
  readonly slug: string;
  /** As the newest episode that names them describes them. */
  readonly person: Person;
  /** Newest first. */
  readonly episodes: readonly PublishedEpisode[];
}

/** Everyone who takes part in a published episode, by name. One name is one person, whatever the organisation. */
export function gatherPeople(episodes: readonly PublishedEpisode[]): ReadonlyMap<string, PersonEntry> {
  const found = new Map<string, { person: Person; episodes: PublishedEpisode[] }>();
  for (const episode of episodes) {
    for (const person of episode.people) {
      const known = found.get(person.name);
      if (known === undefined) found.set(person.name, { person, episodes: [episode] });
      else if (known.episodes.at(-1) !== episode) known.episodes.push(episode);
    }
  }
  const taken = new Set<string>();
  const entries = [...found].sort(([a], [b]) => compareText(a, b));
  return new Map(entries.map(([name, entry]) => [name, { name, slug: freeSlug(name, taken), ...entry }]));
}

/** `Dr. Zoë O'Neill` → `dr-zoe-o-neill`. Letters of every script are kept; two people never share a folder. */
function freeSlug(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
  const base = [...plain].slice(0, 60).join('') || 'person';
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
