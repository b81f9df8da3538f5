import type { AudioTags } from '../model/media.ts';
import type { EpisodeEntry, Project } from '../model/project.ts';
import { nextSlot } from '../model/rhythm.ts';
import type { Speaker } from '../model/transcript.ts';
import { dayIn, parseDate } from '../text/dates.ts';

/** The zone in which the show's dates are written. */
export function timeZoneOf({ show }: Project): string {
  return show.content?.timezone ?? 'UTC';
}

/** The date that the next episode is likely to have: in the rhythm of those before it, or today. */
export function proposedDate(project: Project): string {
  const dates = known(project).flatMap(({ content }) =>
    content === undefined || content.type !== 'full' ? [] : [content.date],
  );
  const zone = timeZoneOf(project);
  return nextSlot(dates, zone, project.asOf) ?? dayIn(zone, project.asOf);
}

const yearInMilliseconds = 366 * 24 * 60 * 60 * 1000;

/**
 * The day written in a recording, when it is whole and can be meant: clocks that nobody set say 1904, 1970, 1980 or
 * 2000-01-01, and nobody plans more than a year ahead.
 */
export function taggedDate(tags: AudioTags | undefined, { asOf }: Project): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(tags?.date ?? '')?.[0] ?? '';
  const parsed = parseDate(day, 'UTC');
  if (parsed.kind !== 'date' || day <= '2000-01-01') return undefined;
  return parsed.value.epochMilliseconds <= asOf + yearInMilliseconds ? day : undefined;
}

export interface Numbers {
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** The season of the newest numbered episode and the number after its highest; nothing where a show has no numbers. */
export function proposedNumbers(project: Project, season?: number): Numbers {
  const numbered = known(project)
    .flatMap(({ content }) => (content?.episode === undefined ? [] : [content]))
    .sort((a, b) => a.date.epochMilliseconds - b.date.epochMilliseconds);
  const newest = numbered.at(-1);
  if (newest === undefined) return { season };
  const inSeason = season ?? newest.season;
  const taken = numbered.filter((episode) => episode.season === inSeason).map(({ episode = 0 }) => episode);
  return { season: inSeason, episode: Math.max(0, ...taken) + 1 };
}

/** Episodes whose date and numbers are their own, and not put in for a fault. */
function known({ episodes }: Project): readonly EpisodeEntry[] {
  return episodes.filter(
    ({ content, substituted }) =>
      content !== undefined && !substituted.includes('date') && (content.withdrawn ?? false) === false,
  );
}

/** A stem that no episode and no file in media/ has: `early-help`, `early-help-2`. */
export function freeStem(project: Project, stem: string): string {
  const taken = new Set(
    [
      ...project.episodes.flatMap(({ slug, file }) => [slug, stemIn(file)]),
      ...project.strayFiles.map(stemIn),
      ...project.mediaPaths.map(stemIn),
    ].map((name) => name.toLowerCase()),
  );
  for (let count = 1; ; count++) {
    const name = count === 1 ? stem : `${stem}-${count}`;
    if (!taken.has(name)) return name;
  }
}

/** Everyone who speaks but the show's hosts. Where it names no host, the first to speak is taken for one. */
export function guestsAmong(speakers: readonly Speaker[], { show }: Project): readonly Speaker[] {
  const hosts = show.content?.hosts ?? [];
  if (hosts.length === 0) return speakers.slice(1);
  const names = new Set(hosts.flatMap(({ name, aliases }) => [name, ...aliases]));
  return speakers.filter(({ name }) => !names.has(name));
}

function stemIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.transcript)?\.[^.]*$/i, '');
}
