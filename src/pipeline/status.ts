import { chaptersOf } from '../model/chapters-of.ts';
import { type EpisodeEntry, type EpisodeState, isValid, type Project, stateOf } from '../model/project.ts';
import { isAddress } from '../model/urls.ts';
import type { ZonedInstant } from '../text/dates.ts';

/** What an episode can still lack. None of it stops a build; all of it serves listeners. */
export type Lack = 'audio' | 'guid' | 'transcript' | 'timings' | 'artwork' | 'chapters';

/** Where one episode stands. `faulty`: its facts cannot be used as they are, so its state is not known. */
export interface EpisodeStatus {
  readonly file: string;
  readonly title: string;
  readonly state: EpisodeState | 'faulty';
  /** Absent where the date cannot be read. */
  readonly date: ZonedInstant | undefined;
  readonly lacks: readonly Lack[];
}

/** Where every episode stands, the newest date first. Pure. */
export function statusOf(project: Project): readonly EpisodeStatus[] {
  return project.episodes.map((episode) => statusOfEpisode(episode, project)).sort(newestFirst);
}

function statusOfEpisode(entry: EpisodeEntry, project: Project): EpisodeStatus {
  const { file, content, slug, substituted, isSound } = entry;
  const known = (key: string) => !substituted.includes(key);
  if (content === undefined) return { file, title: slug, state: 'faulty', date: undefined, lacks: [] };
  return {
    file,
    title: known('title') ? content.title : slug,
    state: isSound ? stateOf(content, project.asOf) : 'faulty',
    date: known('date') ? content.date : undefined,
    lacks: content.withdrawn === undefined || content.withdrawn === false ? lacksOf(entry, project) : [],
  };
}

function lacksOf(entry: EpisodeEntry, project: Project): Lack[] {
  if (!isValid(entry)) return [];
  const { audio, enclosure, guid, artwork } = entry.content;
  const file = project.media.get(audio);
  const transcript = entry.transcripts.find((file) => file.transcript !== undefined)?.transcript;
  const isThere: Readonly<Record<Lack, boolean>> = {
    audio: (isAddress(audio) && enclosure !== undefined) || file?.kind === 'audio',
    guid: guid !== undefined,
    transcript: transcript !== undefined,
    timings: transcript === undefined || transcript.isTimed,
    artwork: artwork !== undefined,
    chapters: chaptersOf(entry, file?.kind === 'audio' ? file.audio.chapters : []).length > 0,
  };
  return lackOrder.filter((lack) => !isThere[lack]);
}

/** The gravest first. */
const lackOrder: readonly Lack[] = ['audio', 'guid', 'transcript', 'timings', 'chapters', 'artwork'];

function newestFirst(a: EpisodeStatus, b: EpisodeStatus): number {
  const [first, second] = [a.date?.epochMilliseconds ?? 0, b.date?.epochMilliseconds ?? 0];
  return second - first || (a.file < b.file ? -1 : 1);
}
