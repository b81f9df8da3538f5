import { parseCategory } from '../../model/categories.ts';
import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { type Element, parentTag, tag, textTag } from './tags.ts';

/** The itunes: tags of the channel. Tags that Apple dropped (keywords, subtitle, summary) are left out. */
export function* itunesShowTags({ show, artwork }: Podcast): Iterable<Element> {
  yield textTag('itunes:author', show.author);
  yield textTag('itunes:type', show.type);
  yield tag('itunes:image', { href: artwork.url });
  yield* categoryTags(show.categories);
  yield textTag('itunes:explicit', String(show.explicit));
  // The address is public and harvested, so it is written only for an owner who asked for it.
  if (show.publishEmail && show.email !== undefined) {
    const name = textTag('itunes:name', show.owner ?? show.author);
    yield parentTag('itunes:owner', [name, textTag('itunes:email', show.email)]);
  }
  if (show.newFeedUrl !== undefined) yield textTag('itunes:new-feed-url', show.newFeedUrl);
  // Directories act on `Yes` alone; any other value would be noise.
  if (show.block) yield textTag('itunes:block', 'Yes');
  if (show.complete) yield textTag('itunes:complete', 'Yes');
}

/** The itunes: tags of one item. */
export function* itunesEpisodeTags({ frontmatter, enclosure, artwork, explicit }: PublishedEpisode): Iterable<Element> {
  yield textTag('itunes:title', frontmatter.title);
  const { durationSeconds } = enclosure.audio;
  if (durationSeconds > 0) yield textTag('itunes:duration', Math.max(1, Math.round(durationSeconds)));
  yield textTag('itunes:episodeType', frontmatter.type);
  if (frontmatter.season !== undefined) yield textTag('itunes:season', frontmatter.season);
  if (frontmatter.episode !== undefined) yield textTag('itunes:episode', frontmatter.episode);
  yield textTag('itunes:explicit', String(explicit));
  if (artwork !== undefined) yield tag('itunes:image', { href: artwork.url });
  if (frontmatter.block) yield textTag('itunes:block', 'Yes');
}

/** Subcategories inside their parent, both in the order of show.md: Apple ranks the show by the first. */
function* categoryTags(names: readonly string[]): Iterable<Element> {
  const children = new Map<string, Element[]>();
  for (const name of names) {
    const { parent, child } = parseCategory(name) ?? { parent: name };
    const siblings = children.get(parent) ?? [];
    if (child !== undefined) siblings.push(tag('itunes:category', { text: child }));
    children.set(parent, siblings);
  }
  for (const [text, elements] of children) yield parentTag('itunes:category', elements, { text });
}
