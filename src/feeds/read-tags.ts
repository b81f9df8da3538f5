import type { XmlElement } from './xml-tree.ts';

/** Tags of a channel that a field of `SourceFeed` holds, or that say only how the feed was made. */
export const channelTags: ReadonlySet<string> = new Set([
  ...['title', 'link', 'description', 'language', 'copyright', 'category', 'image', 'item', 'generator', 'docs', 'ttl'],
  ...[
    'lastbuilddate',
    'pubdate',
    'managingeditor',
    'author',
    'webmaster',
    'cloud',
    'atom:link',
    'content:encoded',
    'dc:creator',
  ],
  ...['dc:rights', 'dc:language', 'dc:date', 'itunes:title', 'itunes:author', 'itunes:owner', 'itunes:image'],
  ...['itunes:category', 'itunes:explicit', 'itunes:type', 'itunes:summary', 'itunes:subtitle', 'itunes:keywords'],
  ...['itunes:block', 'itunes:complete', 'itunes:new-feed-url', 'googleplay:author', 'googleplay:email'],
  ...['googleplay:description', 'googleplay:image', 'googleplay:category', 'googleplay:explicit', 'podcast:guid'],
  ...['podcast:locked', 'podcast:medium', 'podcast:funding', 'podcast:license', 'podcast:location', 'podcast:person'],
  ...[
    'podcast:txt',
    'podcast:podroll',
    'podcast:updatefrequency',
    'podcast:trailer',
    'podcast:image',
    'podcast:images',
  ],
  ...['rss:items', 'items', 'textinput', 'rating', 'skiphours', 'skipdays', 'sy:updateperiod', 'sy:updatefrequency'],
]);

/** The same for an item. */
export const itemTags: ReadonlySet<string> = new Set([
  ...['title', 'link', 'description', 'guid', 'pubdate', 'enclosure', 'category', 'author', 'comments', 'source'],
  ...['content:encoded', 'dc:creator', 'dc:date', 'atom:link', 'itunes:title', 'itunes:author', 'itunes:image'],
  ...['itunes:summary', 'itunes:subtitle', 'itunes:keywords', 'itunes:duration', 'itunes:explicit', 'itunes:season'],
  ...['itunes:episode', 'itunes:episodetype', 'itunes:block', 'itunes:order', 'googleplay:description'],
  ...['googleplay:explicit', 'podcast:person', 'podcast:transcript', 'podcast:chapters', 'podcast:season'],
  ...['podcast:episode', 'podcast:soundbite', 'podcast:location', 'podcast:license', 'podcast:image', 'podcast:images'],
  ...['psc:chapters', 'media:content', 'media:thumbnail', 'media:title', 'media:rights', 'image'],
]);

/** The names of the tags in `element` that are not in `known`, each once, in their order. */
export function unknownTags({ children }: XmlElement, known: ReadonlySet<string>): readonly string[] {
  const names = children.flatMap((child) => (typeof child === 'string' || known.has(child.name) ? [] : [child.name]));
  return [...new Set(names)];
}
