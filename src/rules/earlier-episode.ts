import type { EpisodeEntry, Project } from '../model/project.ts';

type KeyOf = (episode: EpisodeEntry, project: Project) => string | undefined;

/** One index for each project and key, so that a thousand episodes are compared in one pass. */
const indexes = new WeakMap<Project, Map<KeyOf, ReadonlyMap<string, EpisodeEntry>>>();

/** The first episode, by file name, that has the same key as `episode`; `undefined` when that is `episode` itself or it has no key. */
export function earlierEpisodeWith(keyOf: KeyOf, episode: EpisodeEntry, project: Project): EpisodeEntry | undefined {
  const key = keyOf(episode, project);
  if (key === undefined) return undefined;
  const first = firstEpisodeWith(keyOf, key, project);
  return first === episode || first?.file === episode.file ? undefined : first;
}

/** The first episode, by file name, whose key is `key`. */
export function firstEpisodeWith(keyOf: KeyOf, key: string, project: Project): EpisodeEntry | undefined {
  return indexOf(keyOf, project).get(key);
}

function indexOf(keyOf: KeyOf, project: Project): ReadonlyMap<string, EpisodeEntry> {
  const known = indexes.get(project) ?? new Map<KeyOf, ReadonlyMap<string, EpisodeEntry>>();
  indexes.set(project, known);
  const found = known.get(keyOf);
  if (found !== undefined) return found;
  const index = new Map<string, EpisodeEntry>();
  for (const episode of project.episodes) {
    const key = keyOf(episode, project);
    if (key !== undefined && !index.has(key)) index.set(key, episode);
  }
  known.set(keyOf, index);
  return index;
}
