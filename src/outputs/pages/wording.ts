import type { PublishedEpisode } from '../../model/project.ts';
import type { ZonedInstant } from '../../text/dates.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * The day on which an episode came out, on its author's own calendar: `15 June 2022`, or `2022-06-15` when the
 * show's language is not English. The month names are our own: Intl words dates differently from machine to machine.
 */
export function formatDay({ epochMilliseconds, offsetMinutes }: ZonedInstant, language: string): string {
  const local = new Date(epochMilliseconds + offsetMinutes * 60_000);
  if (!/^en(-|$)/i.test(language)) return local.toISOString().slice(0, 10);
  return `${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
}

/** `45 seconds`, `31 minutes`, `1 hour 2 minutes`: a length as people say it, to the nearest minute from one minute on. */
export function formatLength(seconds: number): string {
  if (seconds < 59.5) return count(Math.round(seconds), 'second');
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts = [hours > 0 && count(hours, 'hour'), minutes % 60 > 0 && count(minutes % 60, 'minute')];
  return parts.filter(Boolean).join(' ');
}

/** ISO 8601, for machines: `PT1862S`. */
export function formatIsoLength(seconds: number): string {
  return `PT${Math.round(seconds)}S`;
}

/** `640 kB`, `12.4 MB`: decimal, as shops and phone contracts count. */
export function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)/i.test(language);
}

/** `Season 2`, `Episode 5`, `Trailer`: where an episode stands in its show. */
export function placeOf({ frontmatter }: PublishedEpisode, { withSeason = true } = {}): readonly string[] {
  const { type, season, episode: number, episodeName } = frontmatter;
  return [
    type === 'full' ? undefined : type === 'trailer' ? 'Trailer' : 'Bonus',
    season === undefined || !withSeason ? undefined : `Season ${season}`,
    episodeName ?? (number === undefined ? undefined : `Episode ${number}`),
  ].filter((part) => part !== undefined);
}

/** What a picture of an episode says below its title: where it stands, and who its guests are. */
export function cardLines(episode: PublishedEpisode): readonly string[] {
  const guests = episode.people.filter(({ role }) => role !== undefined && /\bguest\b/i.test(role));
  const [names, others] = [guests.slice(0, 3).map(({ name }) => name), guests.length - 3];
  const lines = [placeOf(episode).join(', '), names.join(', ') + (others > 0 ? ` and ${count(others, 'other')}` : '')];
  return lines.filter((line) => line !== '');
}

function count(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}
