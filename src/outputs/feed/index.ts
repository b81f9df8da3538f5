import { Feed } from 'feed';
import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { version } from '../../model/version.ts';
import { formatRfc2822 } from '../../text/dates.ts';
import { cleanLine } from '../../text/xml.ts';
import { listedChapters } from '../chapters.ts';
import { keyOf } from '../keys.ts';
import { inParts, type Output, type Part } from '../output.ts';
import { describeEpisode, describeShow } from './description.ts';
import { itunesEpisodeTags, itunesShowTags } from './itunes.ts';
import { podcastEpisodeTags, podcastShowTags } from './podcasting.ts';
import { simpleChapterTags } from './simple-chapters.ts';
import { type Element, feedHtml, feedText, htmlTag, textTag, toExtensions } from './tags.ts';

/** The RSS feed. The `feed` package writes channel and items; what it lacks or gets wrong goes to it as extensions. */
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

/**
 * The package can declare no namespaces, and holds all items as objects before it writes one. So it renders the channel
 * and each item by itself, and they are put together here: tags of the channel first, then the items, newest first.
 */
function* renderFeed(podcast: Podcast): Iterable<Part> {
  yield { make: () => renderHead(podcast) };
  for (const episode of podcast.episodes) {
    yield { key: keyOf(podcast, episode), make: () => `        ${renderItem(episode, podcast)}\n` };
  }
  yield { make: () => '    </channel>\n</rss>\n' };
}

function renderHead(podcast: Podcast): string {
  const hasChapters = podcast.episodes.some((episode) => listedChapters(episode).length > 0);
  const declared = Object.entries({ ...namespaces, ...(hasChapters && simpleChapters) });
  const channel = renderChannel(podcast);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...(podcast.show.pages ? [stylesheet] : []),
    `<rss version="2.0"${declared.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')}>`,
    `    ${channel.slice(0, channel.lastIndexOf('</channel>')).trimEnd()}`,
    '',
  ].join('\n');
}

function renderChannel(podcast: Podcast): string {
  const { show, site, feedUrl, artwork, updated } = podcast;
  const document = new Feed({
    title: feedText(cleanLine(show.title)),
    link: site,
    description: '',
    language: feedText(show.language),
    docs: 'https://www.rssboard.org/rss-specification',
    generator: `ppod ${version}`,
    image: feedText(artwork.url),
    feed: feedUrl,
    updated: instant(updated),
    ...(show.copyright !== undefined && { copyright: feedText(show.copyright) }),
    ...(show.hub !== undefined && { hub: show.hub }),
  });
  for (const extension of toExtensions(channelTags(podcast))) document.addExtension(extension);
  return between(document.rss2(), '<channel>', '</channel>');
}

function renderItem(episode: PublishedEpisode, podcast: Podcast): string {
  const { frontmatter, pageUrl, guid, date, enclosure } = episode;
  const { html, whole } = describeEpisode(episode, podcast);
  const document = new Feed({ title: '', updated: instant(date), generator: false });
  document.addItem({
    title: feedText(frontmatter.title),
    link: pageUrl,
    guid: feedText(guid),
    date: instant(date),
    description: feedHtml(html),
    ...(whole !== undefined && { content: feedHtml(whole) }),
    enclosure: { url: enclosure.url, length: enclosure.bytes, type: enclosure.mimeType },
    extensions: toExtensions(itemTags(episode, podcast)),
  });
  return between(document.rss2(), '<item>', '</item>');
}

/** A tag that the package writes too takes its place: it knows dates in Greenwich time alone. */
function* channelTags(podcast: Podcast): Iterable<Element> {
  yield textTag('title', podcast.show.title);
  yield htmlTag('description', describeShow(podcast));
  yield textTag('lastBuildDate', formatRfc2822(podcast.updated));
  yield textTag('pubDate', formatRfc2822(podcast.episodes[0]?.date ?? podcast.updated));
  yield* itunesShowTags(podcast);
  yield* podcastShowTags(podcast);
}

/** A title in CDATA, as the package writes it, breaks when it holds `]]>` twice. */
function* itemTags(episode: PublishedEpisode, podcast: Podcast): Iterable<Element> {
  yield textTag('title', episode.frontmatter.title);
  // The package calls every guid a mere id; one that was published as an address must stay one.
  if (episode.frontmatter.guidIsPermaLink) yield textTag('guid', episode.guid, { isPermaLink: true });
  yield textTag('pubDate', formatRfc2822(episode.date));
  yield* itunesEpisodeTags(episode);
  yield* podcastEpisodeTags(episode, podcast);
  yield* simpleChapterTags(episode);
}

function instant({ epochMilliseconds }: Podcast['updated']): Date {
  return new Date(epochMilliseconds);
}

/** From the first `open` to the last `close`, both included. */
function between(xml: string, open: string, close: string): string {
  return xml.slice(xml.indexOf(open), xml.lastIndexOf(close) + close.length);
}
