import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { version } from '../../model/version.ts';
import { formatRfc2822 } from '../../text/dates.ts';
import { listedChapters } from '../chapters.ts';
import { keyOf } from '../keys.ts';
import { inParts, type Output, type Part } from '../output.ts';
import { describeEpisode, describeShow } from './description.ts';
import { itunesEpisodeTags, itunesShowTags } from './itunes.ts';
import { podcastEpisodeTags, podcastShowTags } from './podcasting.ts';
import { simpleChapterTags } from './simple-chapters.ts';
import { type Element, exactTag, htmlTag, parentTag, tag, textTag, xmlOf } from './tags.ts';

/** The RSS feed. */
export const feed: Output = {
  name: 'feed',
  description: 'the RSS feed that directories and players read',
  *render(podcast) {
    yield inParts(podcast.show.feed, () => renderFeed(podcast));
  },
};

const namespaces = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
};

const simpleChapters = { psc: 'http://podlove.org/simple-chapters' };

/** For people who open the feed in a browser. CSS, because browsers are giving up XSLT; the pages output writes the file. */
const stylesheet = '<?xml-stylesheet type="text/css" href="theme/feed.css"?>';

/** Tags of the channel first, then the items, newest first. */
function* renderFeed(podcast: Podcast): Iterable<Part> {
  yield { make: () => renderHead(podcast) };
  for (const episode of podcast.episodes) {
    yield { key: keyOf(podcast, episode), make: () => renderItem(episode, podcast) };
  }
  yield { make: () => '    </channel>\n</rss>\n' };
}

function renderHead(podcast: Podcast): string {
  const hasChapters = podcast.episodes.some((episode) => listedChapters(episode).length > 0);
  const declared = Object.entries({ ...namespaces, ...(hasChapters && simpleChapters) });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...(podcast.show.pages ? [stylesheet] : []),
    `<rss version="2.0"${declared.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')}>`,
    '    <channel>',
    ...Array.from(channelTags(podcast), (element) => xmlOf(element, '        ')),
    '',
  ].join('\n');
}

function renderItem(episode: PublishedEpisode, podcast: Podcast): string {
  return `${xmlOf(parentTag('item', [...itemTags(episode, podcast)]), '        ')}\n`;
}

function* channelTags(podcast: Podcast): Iterable<Element> {
  const { show, site, feedUrl, artwork, updated } = podcast;
  const [title, link] = [textTag('title', show.title), exactTag('link', site)];
  yield title;
  yield link;
  yield htmlTag('description', describeShow(podcast));
  yield textTag('lastBuildDate', formatRfc2822(updated));
  yield textTag('docs', 'https://www.rssboard.org/rss-specification');
  yield textTag('generator', `ppod ${version}`);
  yield exactTag('language', show.language);
  yield parentTag('image', [title, exactTag('url', artwork.url), link]);
  if (show.copyright !== undefined) yield exactTag('copyright', show.copyright);
  yield tag('atom:link', { href: spelledOut(feedUrl), rel: 'self', type: 'application/rss+xml' });
  if (show.hub !== undefined) yield tag('atom:link', { href: spelledOut(show.hub), rel: 'hub' });
  yield textTag('pubDate', formatRfc2822(podcast.episodes[0]?.date ?? updated));
  yield* itunesShowTags(podcast);
  yield* podcastShowTags(podcast);
}

function* itemTags(episode: PublishedEpisode, podcast: Podcast): Iterable<Element> {
  const { frontmatter, pageUrl, guid, date, enclosure } = episode;
  const { html, whole } = describeEpisode(episode, podcast);
  yield textTag('title', frontmatter.title);
  yield exactTag('link', spelledOut(pageUrl));
  yield exactTag('guid', guid, { isPermaLink: frontmatter.guidIsPermaLink });
  yield textTag('pubDate', formatRfc2822(date));
  yield htmlTag('description', html);
  if (whole !== undefined) yield htmlTag('content:encoded', whole);
  yield tag('enclosure', { length: enclosure.bytes, type: enclosure.mimeType, url: spelledOut(enclosure.url) });
  yield* itunesEpisodeTags(episode);
  yield* podcastEpisodeTags(episode, podcast);
  yield* simpleChapterTags(episode);
}

/** An address as browsers write it, whoever wrote it: percent-encoded, its host in small letters. */
function spelledOut(address: string): string {
  return new URL(address).href;
}
