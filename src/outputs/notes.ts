import type { Podcast, PublishedEpisode } from '../model/project.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { cleanLine } from '../text/xml.ts';

/**
 * What an episode says of itself in Markdown: its notes, or its summary or title where the author wrote none.
 * Neither the show's footer nor the advisory is in it.
 */
export function notesOf({ frontmatter, texts: { notes } }: PublishedEpisode): string {
  return notes.trim() === '' ? escapeMarkdown(frontmatter.summary ?? frontmatter.title) : notes;
}

/** As many notes wait for the feed, and none that is longer: of a large show, nobody holds all. */
const mostWaiting = 1000;
const longestWaiting = 20_000;

const waiting = new WeakMap<Podcast, Map<PublishedEpisode, string>>();

/** What `notesOf` says as safe HTML: for the page, and for the feed, which is written after all pages. To make it takes long. */
export function notesHtml(episode: PublishedEpisode, podcast: Podcast): string {
  const known = waiting.get(podcast) ?? new Map<PublishedEpisode, string>();
  waiting.set(podcast, known);
  const html = known.get(episode) ?? markdownToHtml(notesOf(episode), episode.pageUrl);
  const canWait = podcast.show.pages && known.size < mostWaiting && html.length <= longestWaiting;
  if (canWait) known.set(episode, html);
  return html;
}

/** Plain text as Markdown that shows it as it is. Signs that are safe where they stand, as in an address, stay bare. */
function escapeMarkdown(text: string): string {
  return cleanLine(text)
    .replace(/[\\`*[\]<>]|~(?=~)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(?:[-+#]|\d+(?=[.)]))/, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`));
}
