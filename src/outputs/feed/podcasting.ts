import { licenceOf } from '../../model/licences.ts';
import type { Person } from '../../model/person.ts';
import type { Podcast, PublishedEpisode, PublishedImage } from '../../model/project.ts';
import { findRole } from '../../model/roles.ts';
import type { Show } from '../../model/show.ts';
import { urlOf } from '../../model/urls.ts';
import { formatRfc2822 } from '../../text/dates.ts';
import { chaptersPath } from '../chapters.ts';
import { transcriptFiles } from '../transcripts.ts';
import { type Element, exactTag, parentTag, tag, textTag } from './tags.ts';

/** The tags of the podcast namespace ("Podcasting 2.0") of the channel. */
export function* podcastShowTags(podcast: Podcast): Iterable<Element> {
  const { show, guid, artwork, hosts, episodes } = podcast;
  yield textTag('podcast:guid', guid.toLowerCase());
  // Readers of the tag's first form need the owner; where the address is public anyway, it can stand here too.
  const owner = show.publishEmail ? show.email : undefined;
  yield textTag('podcast:locked', show.locked ? 'yes' : 'no', { owner });
  yield textTag('podcast:medium', show.medium);
  yield imageTag(artwork);
  for (const { url, text } of show.funding) yield textTag('podcast:funding', text, { url });
  if (show.license !== undefined) yield licenceTag(show.license);
  if (show.location !== undefined) yield locationTag(show.location);
  yield* hosts.map(personTag);
  yield* episodes.filter(({ frontmatter }) => frontmatter.type === 'trailer').map(trailerTag);
  if (show.updateFrequency !== undefined) {
    const { text, ...attributes } = show.updateFrequency;
    yield textTag('podcast:updateFrequency', text, attributes);
  }
  if (show.podroll.length > 0) {
    const recommended = show.podroll.map((item) => tag('podcast:remoteItem', { ...item }));
    yield parentTag('podcast:podroll', recommended);
  }
  yield* commentTags(show);
  for (const { purpose, text } of show.txt) yield exactTag('podcast:txt', text, { purpose });
}

/** The tags of the podcast namespace of one item. */
export function* podcastEpisodeTags(episode: PublishedEpisode, { show, site }: Podcast): Iterable<Element> {
  const { frontmatter, artwork, chapters, people, alternates } = episode;
  const { season, license, location, soundbites } = frontmatter;
  for (const { path, type, rel } of transcriptFiles(episode)) {
    yield tag('podcast:transcript', { url: urlOf(site, path), type, language: show.language, rel });
  }
  if (chapters.length > 0) {
    yield tag('podcast:chapters', { url: urlOf(site, chaptersPath(episode)), type: 'application/json+chapters' });
  }
  // An item's people replace the channel's, so everyone is named again.
  yield* people.map(personTag);
  if (season !== undefined) yield textTag('podcast:season', season, { name: show.seasons[String(season)] });
  if (frontmatter.episode !== undefined) {
    yield textTag('podcast:episode', frontmatter.episode, { display: frontmatter.episodeName });
  }
  for (const { start, duration, title } of soundbites) {
    yield textTag('podcast:soundbite', title ?? '', { startTime: start, duration });
  }
  if (location !== undefined) yield locationTag({ name: location });
  if (license !== undefined) yield licenceTag(license);
  if (artwork !== undefined) yield imageTag(artwork);
  for (const { url, mimeType, bytes, bitrate, language, title } of alternates) {
    const attributes = {
      type: mimeType,
      length: bytes,
      bitrate: bitrate && Math.round(bitrate),
      lang: language,
      title,
    };
    yield parentTag('podcast:alternateEnclosure', [tag('podcast:source', { uri: url })], attributes);
  }
  yield* commentTags(show);
}

/** A role or group that the taxonomy lacks is written as it is: without one, apps would call the person a host. */
function personTag({ name, role, group, url, image }: Person): Element {
  const known = role === undefined ? undefined : (findRole(role, group) ?? findRole(role));
  const attributes = { role: (known?.role ?? role)?.toLowerCase(), group: (group ?? known?.group)?.toLowerCase() };
  return textTag('podcast:person', name, { ...attributes, img: image, href: url });
}

function licenceTag(text: string): Element {
  const { name, url } = licenceOf(text);
  return textTag('podcast:license', name, { url });
}

function locationTag({ name, ...place }: NonNullable<Show['location']>): Element {
  return textTag('podcast:location', name, { rel: 'subject', ...place });
}

function imageTag({ url, width, height, mimeType }: PublishedImage): Element {
  return tag('podcast:image', { href: url, width, height, type: mimeType, purpose: 'artwork' });
}

function trailerTag({ frontmatter, enclosure, date }: PublishedEpisode): Element {
  return textTag('podcast:trailer', frontmatter.title, {
    url: enclosure.url,
    pubdate: formatRfc2822(date),
    length: enclosure.bytes,
    type: enclosure.mimeType,
    season: frontmatter.season,
  });
}

/** Most apps look for this on the item. */
function* commentTags({ comments }: Show): Iterable<Element> {
  if (!comments) yield tag('podcast:socialInteract', { protocol: 'disabled' });
}
