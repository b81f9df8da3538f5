import type { PublishedEpisode } from '../../model/project.ts';
import { listedChapters } from '../chapters.ts';
import { type Element, parentTag, tag } from './tags.ts';

/** Podlove Simple Chapters: the chapters that Spotify reads from a feed. */
export function* simpleChapterTags(episode: PublishedEpisode): Iterable<Element> {
  const chapters = listedChapters(episode);
  if (chapters.length === 0) return;
  const elements = chapters.map(({ startSeconds, title, url, image }) =>
    tag('psc:chapter', { start: formatClock(startSeconds), title, href: url, image }),
  );
  yield parentTag('psc:chapters', elements, { version: '1.2' });
}

/** `01:02:03.045` */
function formatClock(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const hours = String(Math.floor(milliseconds / 3_600_000)).padStart(2, '0');
  return hours + new Date(milliseconds % 3_600_000).toISOString().slice(13, 23);
}
