import { Buffer } from 'node:buffer';
import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { appHtmlBlocks } from '../../text/app-html.ts';
import { markdownToFeedBlocks } from '../../text/markdown.ts';
import { cleanLine, escapeAttribute, escapeText } from '../../text/xml.ts';
import { listedChapters } from '../chapters.ts';
import { notesHtml } from '../notes.ts';
import { descriptionBytes, shorten } from './shorten.ts';

/** Fewer chapters than this are no list to Apple and Spotify. */
const fewestChapters = 3;

/** A text for listeners as HTML: what a description may hold, and the whole when that is more. */
export interface Description {
  readonly html: string;
  /** Only when `html` is cut. */
  readonly whole: string | undefined;
}

/**
 * What an app shows for an episode: the advisory first, then the notes, then the chapters as lines that players read.
 * Where it is too long, the middle gives way: the show's footer, which says where to find help, and the chapters stay.
 */
export function describeEpisode(episode: PublishedEpisode, podcast: Podcast): Description {
  const lasting = [...sharedBlocks(podcast.show.footer ?? '', podcast), ...chapterBlocks(episode)];
  const blocks = [
    ...sharedBlocks(episode.advisory ?? '', podcast),
    ...appHtmlBlocks(notesHtml(episode, podcast)),
    ...lasting,
  ];
  if (blocks.length === 0) return { html: paragraphOf(episode.frontmatter.title), whole: undefined };
  const whole = blocks.join('\n');
  if (Buffer.byteLength(whole) <= descriptionBytes) return { html: whole, whole: undefined };
  return { html: shorten(blocks, lasting.length, linkTo(episode.pageUrl, episode.frontmatter.title)), whole };
}

const shared = new WeakMap<Podcast, Map<string, readonly string[]>>();

/** Words that many episodes share, made into HTML once. Their links are relative to the site, not to one episode. */
function sharedBlocks(markdown: string, podcast: Podcast): readonly string[] {
  const made = shared.get(podcast) ?? new Map<string, readonly string[]>();
  shared.set(podcast, made);
  const blocks = made.get(markdown) ?? markdownToFeedBlocks(markdown, podcast.site);
  made.set(markdown, blocks);
  return blocks;
}

/** What a directory shows for the show: the body of show.md, or its title when that is empty. */
export function describeShow({ show, site, description }: Podcast): string {
  const blocks = markdownToFeedBlocks(description, site);
  if (blocks.length === 0) return paragraphOf(show.title);
  const whole = blocks.join('\n');
  return Buffer.byteLength(whole) <= descriptionBytes ? whole : shorten(blocks, 0, linkTo(site, show.title));
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

function paragraphOf(text: string): string {
  return `<p>${escapeText(cleanLine(text))}</p>`;
}

/** Stands where a text was cut. */
function linkTo(url: string, title: string): string {
  const name = Array.from(cleanLine(title)).slice(0, 100).join('');
  return `<p>… <a href="${escapeAttribute(url)}">${escapeText(name)}</a></p>`;
}
