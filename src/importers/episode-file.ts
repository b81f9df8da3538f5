import type { SourceItem } from '../feeds/feed.ts';
import { htmlWords } from '../feeds/html-words.ts';
import type { Chapter } from '../model/chapter.ts';
import { formatIso, type ZonedInstant } from '../text/dates.ts';
import { formatTimeCode } from '../text/time-code.ts';
import { cleanLine } from '../text/xml.ts';
import type { EpisodeContext } from './episode-context.ts';
import { planDownloads } from './episode-downloads.ts';
import { nameInAddress, plainStem } from './file-names.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { markdownFile } from './markdown-file.ts';
import type { Notices } from './notices.ts';
import { importedPeople } from './people.ts';
import { type PlannedFile, titleOf } from './planned-file.ts';

/** Turns an item into an episode file, and names what of it does not fit. */
export function planEpisode(item: SourceItem, context: EpisodeContext): PlannedFile {
  const { names, notices } = context;
  const title = titleOf(item);
  const date = dateOf(item, context);
  nameOddities(item, context);
  // The date goes before it so that files lie in order; it is no part of the slug, which must be one of its own.
  const slug = names.claim('pages', stemFor(item), '').slice('pages/'.length);
  const stem = `${formatIso(date).slice(0, 10)}-${slug}`;
  const path = `episodes/${stem}.md`;
  const downloads = planDownloads(item, stem, context);
  const notes = notesOf(item, notices);
  const head = { title: cleanLine(item.title) || title, date: formatIso(date) };
  const ids = idFields(item, context);
  const numbers = numberFields(item, context, notes.words);
  const rest = { people: importedPeople(item.people), ...placeFields(item, context) };
  return {
    path,
    downloads: downloads.all,
    render(fetched) {
      const { chapters = chapterLines(item.chapters), artwork, ...audio } = downloads.fields(fetched);
      const fields = { ...head, ...audio, ...ids, ...numbers, artwork, ...rest, chapters };
      return markdownFile(fields, notes.markdown);
    },
  };
}

/** The slug that a page of ppod had stays; else the title gives one. */
function stemFor({ title, link, position }: SourceItem): string {
  const [, slug] = /\/episodes\/([^/?#]+)\/?$/.exec(link ?? '') ?? [];
  return plainStem(slug === undefined ? title : nameInAddress(`https://host/${slug}`).stem) || `episode-${position}`;
}

function dateOf(item: SourceItem, { feed, notices, now }: EpisodeContext): ZonedInstant {
  const { date, dateText } = item;
  if (date !== undefined) {
    if (date.epochMilliseconds > now) {
      notices.add(
        'person',
        'The episode is dated in the future: it comes out again when that day comes.',
        titleOf(item),
      );
    }
    return date;
  }
  const before = feed.items.slice(item.position).find((other) => other.date !== undefined)?.date;
  const after = feed.items.slice(0, item.position - 1).findLast((other) => other.date !== undefined)?.date;
  const base = before ?? after ?? { epochMilliseconds: 946_684_800_000, offsetMinutes: 0 };
  const guess = { ...base, epochMilliseconds: base.epochMilliseconds + (before === undefined ? -1000 : 1000) };
  const found = dateText === undefined ? 'has no date' : `has the date "${dateText}", which nobody can read`;
  notices.add('person', `The item ${found}; a date next to its neighbour's was written.`, titleOf(item));
  return guess;
}

function nameOddities(item: SourceItem, { notices, isRepeated }: EpisodeContext): void {
  const title = titleOf(item);
  if (item.title === '') notices.add('person', 'The item has no title.', title);
  if (item.guid === undefined) {
    notices.add(
      'odd',
      'The item has no guid. Apps know it by the address of its audio, so that is its guid from now on.',
      title,
    );
  }
  if (isRepeated) {
    notices.add(
      'person',
      'The guid belongs to an episode above it in the feed, so apps show only that one. It was imported as a draft.',
      title,
    );
  }
  const extra = item.enclosures.length - 1;
  if (extra > 0)
    notices.add('missing', 'The item has several enclosures. Apps play the first, which was imported.', title);
}

/** Of two with one guid the second gets none of its own making: as a draft it is published by nobody. */
function idFields(item: SourceItem, { identity, isRepeated }: EpisodeContext) {
  if (isRepeated) return { draft: true, guid: undefined, guidIsPermaLink: undefined };
  const isAddress = item.guid !== undefined && item.isPermaLink;
  return { guid: identity, guidIsPermaLink: isAddress ? true : undefined };
}

function numberFields(item: SourceItem, { explicit }: EpisodeContext, words: string) {
  const { season, episode, episodeName, type } = item;
  const summary = htmlWords(item.summary ?? '');
  const isOwn = summary !== '' && summary.length <= 4000 && !lettersOf(words).startsWith(lettersOf(summary));
  return {
    type: type === 'trailer' || type === 'bonus' ? type : undefined,
    season,
    episode,
    episodeName: episodeName === undefined || episodeName.length > 32 ? undefined : episodeName.trim() || undefined,
    summary: isOwn ? summary : undefined,
    explicit: item.explicit === undefined || item.explicit === explicit ? undefined : item.explicit,
    block: item.block || undefined,
  };
}

/** What is left when two texts differ only by spaces, signs and where they were cut. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function placeFields(item: SourceItem, context: EpisodeContext) {
  const { soundbites, location, license, tags } = item;
  return {
    soundbites: soundbites
      .filter(({ start, duration }) => start >= 0 && duration > 0)
      .map(({ start, duration, title }) => ({ start, duration, ...(title !== '' && { title: title.slice(0, 128) }) })),
    location: location?.name.slice(0, 128),
    license,
    link: linkOf(item, context),
    tags,
  };
}

/** A page of the show's own website stays linked; the old host's page, and the one that ppod makes anew, do not. */
function linkOf({ link, enclosures }: SourceItem, { feed, address, site }: EpisodeContext): string | undefined {
  if (link === undefined || link === feed.link || !/^https:/i.test(link) || !URL.canParse(link)) return undefined;
  const { host } = new URL(link);
  const others = [address, feed.selfUrl, enclosures[0]?.url, site].map((url) =>
    url === undefined || !URL.canParse(url) ? '' : new URL(url).host,
  );
  return others.includes(host) || !host.includes('.') ? undefined : link;
}

interface Notes {
  readonly markdown: string;
  /** Without mark-up. */
  readonly words: string;
}

function notesOf(item: SourceItem, notices: Notices): Notes {
  const { markdown, kept, dropped } = htmlToMarkdown(item.notes, item.link);
  for (const tag of kept)
    notices.add(
      'odd',
      `The notes hold <${tag}>, which Markdown has no word for; it stands there as HTML.`,
      titleOf(item),
    );
  for (const tag of dropped) {
    const what = tag === 'img' ? 'a picture without a description' : `<${tag}>`;
    notices.add('missing', `The notes held ${what}, which apps do not show; it was left out.`, titleOf(item));
  }
  return { markdown: withoutChapterLines(markdown, item), words: htmlWords(item.notes) };
}

/** ppod adds the chapters as lines to what it publishes; written into the notes as well, they would be there twice. */
function withoutChapterLines(markdown: string, { chapters, chaptersUrl }: SourceItem): string {
  if (chapters.length === 0 && chaptersUrl === undefined) return markdown;
  const blocks = markdown.split('\n\n');
  const lines = blocks.at(-1)?.split('\n') ?? [];
  const isList = lines.length >= 3 && lines.every((line) => /^\((?:\d+:)?\d\d:\d\d\) ./.test(line));
  return isList ? blocks.slice(0, -1).join('\n\n') : markdown;
}

function chapterLines(chapters: readonly Chapter[]): readonly unknown[] {
  return chapters
    .filter(({ title }) => title !== '')
    .map(({ startSeconds, title, url, image }) => ({
      start: Number.isInteger(startSeconds) ? formatTimeCode(startSeconds) : startSeconds,
      title,
      ...(url?.startsWith('https://') && { url }),
      ...(image?.startsWith('https://') && { image }),
    }));
}
