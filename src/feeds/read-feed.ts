import type { SourceFeed } from './feed.ts';
import { locationOf } from './location.ts';
import { peopleOf } from './people.ts';
import { readItem } from './read-item.ts';
import { channelTags, unknownTags } from './read-tags.ts';
import { absolute, flag, yesNo } from './values.ts';
import { childrenOf, childText, readXml, textOf, type XmlElement } from './xml-tree.ts';

/**
 * Reads an RSS podcast feed. `url`, the address that it was fetched from, makes its relative addresses absolute.
 * `undefined` when the text is no RSS feed. Never throws.
 */
export function readFeed(text: string, url?: string): SourceFeed | undefined {
  const { root, oddities } = readXml(text);
  const [rss] = [...childrenOf(root, 'rss'), ...childrenOf(root, 'rdf:rdf')];
  // Of a feed that lost its channel tag, what is left stands in its place.
  const channel = childrenOf(rss ?? root, 'channel')[0] ?? rss;
  if (channel === undefined) return undefined;
  // Where a tag is not closed, and in RSS 1.0, the items come to lie beside the channel.
  const elements = [...new Set([channel, rss ?? root, root])].flatMap((parent) => childrenOf(parent, 'item'));
  const selfUrl = absolute(linkTo(channel, 'self'), url);
  const base = url ?? selfUrl;
  const [owner] = childrenOf(channel, 'itunes:owner');
  return {
    title: childText(channel, 'title', 'itunes:title') ?? '',
    link: absolute(childText(channel, 'link'), base),
    selfUrl,
    newFeedUrl: absolute(childText(channel, 'itunes:new-feed-url'), base),
    nextPageUrl: absolute(linkTo(channel, 'next') ?? linkTo(channel, 'prev-archive'), base),
    description: descriptionOf(channel),
    language: childText(channel, 'language'),
    author: childText(channel, 'itunes:author', 'googleplay:author', 'dc:creator', 'author'),
    owner: {
      name: owner && childText(owner, 'itunes:name'),
      email: (owner && childText(owner, 'itunes:email')) ?? childText(channel, 'googleplay:email'),
    },
    copyright: childText(channel, 'copyright', 'dc:rights'),
    categories: categoriesOf(channel),
    image: absolute(imageOf(channel), base),
    explicit: yesNo(childText(channel, 'itunes:explicit', 'googleplay:explicit')),
    type: childText(channel, 'itunes:type')?.toLowerCase(),
    complete: flag(childText(channel, 'itunes:complete')),
    block: flag(childText(channel, 'itunes:block')),
    guid: childText(channel, 'podcast:guid'),
    locked: yesNo(childText(channel, 'podcast:locked')),
    medium: childText(channel, 'podcast:medium')?.toLowerCase(),
    funding: childrenOf(channel, 'podcast:funding').flatMap((element) => {
      const target = absolute(element.attributes['url'], base);
      return target === undefined ? [] : [{ url: target, text: textOf(element).trim() }];
    }),
    license: childText(channel, 'podcast:license'),
    location: locationOf(channel),
    people: peopleOf(channel, base),
    texts: childrenOf(channel, 'podcast:txt').map((element) => ({
      purpose: element.attributes['purpose'],
      text: textOf(element).trim(),
    })),
    podroll: childrenOf(channel, 'podcast:podroll')
      .flatMap((element) => childrenOf(element, 'podcast:remoteitem'))
      .map(({ attributes }) => ({
        feedGuid: attributes['feedGuid'] ?? '',
        feedUrl: attributes['feedUrl'],
        title: attributes['title'],
      })),
    updateFrequency: childrenOf(channel, 'podcast:updatefrequency').map((element) => ({
      ...element.attributes,
      text: textOf(element).trim(),
    }))[0],
    areCommentsOff: childrenOf(channel, 'podcast:socialinteract').some(
      ({ attributes }) => attributes['protocol'] === 'disabled',
    ),
    hub: absolute(linkTo(channel, 'hub'), base),
    items: elements.map((element, index) => readItem(element, index + 1, base)),
    otherTags: unknownTags(channel, channelTags),
    oddities: channel.name === 'channel' ? oddities : [...oddities, 'The tag <channel> is missing.'],
  };
}

/** A feed that comes in pages (RFC 5005), from the first page on, as one. An item that is on two pages counts once. */
export function joinPages(pages: readonly [SourceFeed, ...SourceFeed[]]): SourceFeed {
  const [first, ...rest] = pages;
  const seen = new Set(first.items.flatMap(({ guid }) => guid ?? []));
  const items = [...first.items];
  for (const page of rest) {
    const fresh = page.items.filter(({ guid }) => guid === undefined || !seen.has(guid));
    for (const item of fresh) items.push({ ...item, position: items.length + 1 });
    for (const { guid } of fresh) if (guid !== undefined) seen.add(guid);
  }
  const nextPageUrl = pages.at(-1)?.nextPageUrl;
  return { ...first, items, nextPageUrl, oddities: [...new Set(pages.flatMap(({ oddities }) => oddities))] };
}

function descriptionOf(channel: XmlElement): string {
  return childText(channel, 'content:encoded', 'description', 'itunes:summary', 'googleplay:description') ?? '';
}

function linkTo(channel: XmlElement, relation: string): string | undefined {
  return childrenOf(channel, 'atom:link').find(({ attributes }) => attributes['rel'] === relation)?.attributes['href'];
}

function imageOf(channel: XmlElement): string | undefined {
  const [itunes] = childrenOf(channel, 'itunes:image');
  const [rss] = childrenOf(channel, 'image');
  const [google] = childrenOf(channel, 'googleplay:image');
  return itunes?.attributes['href'] ?? (rss && childText(rss, 'url')) ?? google?.attributes['href'];
}

/** Apple's categories; where a feed has none, its plain ones. */
function categoriesOf(channel: XmlElement): readonly string[] {
  const apple = childrenOf(channel, 'itunes:category').flatMap((element) => {
    const parent = element.attributes['text']?.trim() ?? textOf(element).trim();
    const children = childrenOf(element, 'itunes:category').map(
      (child) => `${parent} > ${child.attributes['text']?.trim()}`,
    );
    return children.length > 0 ? children : [parent];
  });
  const plain = [...childrenOf(channel, 'googleplay:category'), ...childrenOf(channel, 'category')].map(
    (element) => element.attributes['text']?.trim() ?? textOf(element).trim(),
  );
  return [...new Set((apple.length > 0 ? apple : plain).filter((name) => name !== ''))];
}
