import type { Chapter } from '../model/chapter.ts';
import { parseTimeCode } from '../text/time-code.ts';
import type { SourceEnclosure, SourceItem } from './feed.ts';
import { parseFeedDate } from './feed-date.ts';
import { locationOf } from './location.ts';
import { peopleOf } from './people.ts';
import { itemTags, unknownTags } from './read-tags.ts';
import { absolute, durationOf, flag, ordinal, yesNo } from './values.ts';
import { childrenOf, childText, markupOf, textOf, type XmlElement } from './xml-tree.ts';

/** Reads one item; `position` is 1 for the first of the feed, `base` the feed's own address. */
export function readItem(element: XmlElement, position: number, base: string | undefined): SourceItem {
  const guidElement = childrenOf(element, 'guid').find((guid) => textOf(guid).trim() !== '');
  const dateText = childText(element, 'pubdate', 'dc:date');
  const [podcastSeason] = childrenOf(element, 'podcast:season');
  const [podcastEpisode] = childrenOf(element, 'podcast:episode');
  const [image] = childrenOf(element, 'itunes:image');
  return {
    position,
    title: childText(element, 'title', 'itunes:title') ?? '',
    guid: guidElement && textOf(guidElement).trim(),
    isPermaLink: guidElement?.attributes['isPermaLink']?.trim().toLowerCase() !== 'false',
    date: dateText === undefined ? undefined : parseFeedDate(dateText),
    dateText,
    enclosures: childrenOf(element, 'enclosure').flatMap((enclosure) => enclosureOf(enclosure, base)),
    link: absolute(childText(element, 'link'), base),
    notes: notesOf(element),
    summary: childText(element, 'itunes:subtitle', 'itunes:summary'),
    duration: durationOf(childText(element, 'itunes:duration')),
    season: ordinal(childText(element, 'itunes:season', 'podcast:season')),
    seasonName: podcastSeason?.attributes['name'],
    episode: ordinal(childText(element, 'itunes:episode', 'podcast:episode')),
    episodeName: podcastEpisode?.attributes['display'],
    type: childText(element, 'itunes:episodetype')?.toLowerCase(),
    explicit: yesNo(childText(element, 'itunes:explicit', 'googleplay:explicit')),
    block: flag(childText(element, 'itunes:block')),
    image: absolute(image?.attributes['href'], base),
    people: peopleOf(element, base),
    transcripts: childrenOf(element, 'podcast:transcript').flatMap(({ attributes }) => {
      const url = absolute(attributes['url'], base);
      return url === undefined ? [] : [{ url, type: attributes['type'], language: attributes['language'] }];
    }),
    chaptersUrl: childrenOf(element, 'podcast:chapters').flatMap(
      ({ attributes }) => absolute(attributes['url'], base) ?? [],
    )[0],
    chapters: simpleChapters(element),
    soundbites: childrenOf(element, 'podcast:soundbite').map((soundbite) => ({
      start: Number(soundbite.attributes['startTime']),
      duration: Number(soundbite.attributes['duration']),
      title: textOf(soundbite).trim(),
    })),
    location: locationOf(element),
    license: childText(element, 'podcast:license'),
    tags: tagsOf(element),
    otherTags: unknownTags(element, itemTags),
  };
}

function enclosureOf({ attributes }: XmlElement, base: string | undefined): SourceEnclosure[] {
  const url = absolute(attributes['url'], base);
  if (url === undefined) return [];
  const type = attributes['type']?.trim();
  return [{ url, length: ordinal(attributes['length']), type: type === '' ? undefined : type }];
}

/** The fullest of the texts that apps show: `content:encoded` before the description, and the summary for want of both. */
function notesOf(element: XmlElement): string {
  for (const name of [
    'content:encoded',
    'description',
    'googleplay:description',
    'itunes:summary',
    'itunes:subtitle',
  ]) {
    for (const child of childrenOf(element, name)) {
      const markup = markupOf(child).trim();
      if (markup !== '') return markup;
    }
  }
  return '';
}

function simpleChapters(element: XmlElement): readonly Chapter[] {
  return childrenOf(element, 'psc:chapters')
    .flatMap((chapters) => childrenOf(chapters, 'psc:chapter'))
    .flatMap(({ attributes: { start = '', title = '', href, image } }) => {
      const startSeconds = parseTimeCode(start);
      if (startSeconds === undefined) return [];
      return [{ startSeconds, title: title.trim(), url: absolute(href, undefined), image: absolute(image, undefined) }];
    });
}

function tagsOf(element: XmlElement): readonly string[] {
  const keywords = childText(element, 'itunes:keywords')?.split(',') ?? [];
  const words = [...keywords, ...childrenOf(element, 'category').map(textOf)].map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}
