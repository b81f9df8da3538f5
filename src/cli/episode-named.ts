import type { Episode } from '../model/episode.ts';
import { type EpisodeEntry, isValid, type Project, type ValidEntry } from '../model/project.ts';
import { stemOf } from '../model/slug.ts';
import { nearest } from '../text/nearest.ts';
import { UsageError } from './usage-error.ts';

type ValidEpisode = EpisodeEntry & ValidEntry<Episode>;

/** The episode that is meant by its slug, file name or path. Throws UsageError when there is none, or it has faults. */
export function episodeNamed(name: string, { episodes }: Project): ValidEpisode {
  const wanted = name.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
  const names = (entry: EpisodeEntry) => [entry.slug, entry.file, stemOf(entry.file), `${stemOf(entry.file)}.md`];
  const found = episodes.find((entry) => names(entry).includes(wanted));
  if (found !== undefined && isValid(found) && found.isSound) return found;
  if (found !== undefined) throw new UsageError(`${found.file} has faults. Run ppod check and mend them first.`);
  const meant = nearest(
    wanted,
    episodes.map(({ slug }) => slug),
  );
  throw new UsageError(`There is no episode "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`);
}
