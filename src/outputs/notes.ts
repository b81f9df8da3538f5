import { Buffer } from 'node:buffer';
import type { Podcast, PublishedEpisode } from '../model/project.ts';
import { appHtmlText } from '../text/app-html.ts';
import { markdownToFeedBlocks } from '../text/markdown.ts';
import { cleanLine, escapeAttribute, escapeText } from '../text/xml.ts';
import { listedChapters } from './chapters.ts';

/** What directories take of a description, mark-up included (Apple, Podcast Standards Project). Bytes of UTF-8. */
export const descriptionBytes = 4000;

/** Fewer chapters than this are no list to Apple and Spotify. */
const fewestChapters = 3;

/** A text for listeners: whole, and cut to what a description may hold when that is less. */
export interface Description {
  readonly html: string;
  /** Only when `html` is cut. */
  readonly whole: string | undefined;
}

/**
 * The words of an episode in Markdown: its notes; its summary where the author wrote none (a footer alone is no notes);
 * its title when all else is missing. The advisory is not in it.
 */
export function notesOf({ frontmatter, notes }: PublishedEpisode, footer: string | undefined): string {
  if (notes.trim() !== (footer ?? '').trim()) return notes;
  return `${escapeMarkdown(frontmatter.summary ?? frontmatter.title)}\n\n${notes}`.trim();
}

/** What an app shows for an episode: the advisory first, then the notes, then the chapters as lines that players read. */
export function describeEpisode(episode: PublishedEpisode, { show }: Podcast): Description {
  const blocks = [
    ...markdownToFeedBlocks(episode.advisory ?? '', episode.pageUrl),
    ...markdownToFeedBlocks(notesOf(episode, show.footer), episode.pageUrl),
    ...chapterBlocks(episode),
  ];
  return fitted(blocks, episode.pageUrl, escapeText(cleanLine(episode.frontmatter.title)));
}

/** What a directory shows for the show: the body of show.md, or its title when that is empty. */
export function describeShow({ show, site, description }: Podcast): Description {
  return fitted(markdownToFeedBlocks(description, site), site, escapeText(cleanLine(show.title)));
}

/** `(00:00) Welcome` and so on, one a line: Apple, Spotify and YouTube make chapters of it. */
function chapterBlocks(episode: PublishedEpisode): readonly string[] {
  const chapters = listedChapters(episode);
  if (chapters.length < fewestChapters) return [];
  const lines = chapters.map(
    ({ startSeconds, title }) => `(${formatClock(startSeconds)}) ${escapeText(cleanLine(title))}`,
  );
  return [`<p>${lines.join('<br />\n')}</p>`];
}

/** `02:05`, and `01:02:05` from an hour on. */
function formatClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return (whole < 3600 ? parts.slice(1) : parts).map((part) => String(part).padStart(2, '0')).join(':');
}

function fitted(blocks: readonly string[], url: string, name: string): Description {
  if (blocks.length === 0) return { html: `<p>${name}</p>`, whole: undefined };
  const whole = blocks.join('\n');
  if (bytesOf(whole) <= descriptionBytes) return { html: whole, whole: undefined };
  const more = `<p>… <a href="${escapeAttribute(url)}">${name}</a></p>`;
  return { html: [...cut(blocks, descriptionBytes - bytesOf(more)), more].join('\n'), whole };
}

/** As many whole blocks, line ends counted, as fit into `limit` bytes; of a first block that alone is too long, what words fit. */
function cut(blocks: readonly string[], limit: number): readonly string[] {
  const kept: string[] = [];
  let bytes = 0;
  for (const block of blocks) {
    bytes += bytesOf(block) + 1;
    if (bytes > limit) break;
    kept.push(block);
  }
  if (kept.length > 0) return kept;
  return [`<p>${cutWords(appHtmlText(blocks.slice(0, 1)), limit - bytesOf('<p></p>') - 1)}</p>`];
}

/** The beginning of `text`, escaped, in at most `limit` bytes, ending with a word where there are words. */
function cutWords(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += bytesOf(escapeText(character));
    if (bytes > limit) break;
    end += character.length;
  }
  const lastSpace = text.lastIndexOf(' ', end);
  return escapeText(text.slice(0, lastSpace > 0 ? lastSpace : end));
}

/** Plain text as Markdown that shows it as it is. Signs that are safe where they stand, as in an address, stay bare. */
function escapeMarkdown(text: string): string {
  return cleanLine(text)
    .replace(/[\\`*[\]<>]|~(?=~)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(?:[-+#]|\d+(?=[.)]))/, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`));
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
