import type { PublishedEpisode, PublishedImage } from '../../model/project.ts';
import { digestOf } from '../../text/digest.ts';
import { keyOf } from '../keys.ts';
import type { PersonEntry } from './people.ts';
import type { Site } from './site.ts';

/** The key (see `keyOf`) of an episode's own page, which names its neighbours in time by their titles. */
export function episodePageKey(
  site: Site,
  episode: PublishedEpisode,
  neighbours: readonly (PublishedEpisode | undefined)[],
): string {
  const { podcast } = site;
  const { cards, waveforms } = podcast.illustrations ?? {};
  const named = neighbours.map((other) => [other?.slug, other?.frontmatter.title]);
  const people = episode.people.map((person) => [site.people.get(person.name)?.slug, portraitOf(site, person)]);
  const covers = [podcast.artwork, episode.artwork].map((image) => copiesOf(site, image));
  const drawn = [cards?.get(episode.slug), waveforms?.get(episode.slug)];
  return digestOf(keyOf(podcast, episode), JSON.stringify([named, people, covers, drawn]));
}

/** The key of a page that lists `episodes`. `beside`: what else it shows, and is not of the show itself. */
export function listPageKey(site: Site, episodes: readonly PublishedEpisode[], beside: unknown): string {
  const { podcast, rowKeyOf } = site;
  const around = JSON.stringify([copiesOf(site, podcast.artwork), beside]);
  return digestOf(keyOf(podcast), around, ...episodes.map(rowKeyOf));
}

/** The part of a key that stands for an episode in a list. */
export function rowKey({ slug, frontmatter, date, explicit, enclosure, texts }: PublishedEpisode): string {
  return digestOf(JSON.stringify([slug, frontmatter, date, explicit, enclosure.audio.durationSeconds, texts.summary]));
}

export function personPageKey(site: Site, { slug, person, episodes }: PersonEntry): string {
  return listPageKey(site, episodes, [slug, person, portraitOf(site, person)]);
}

function portraitOf(site: Site, { image }: PersonEntry['person']): readonly unknown[] {
  const picture = site.pictures.get(image ?? '');
  return [picture, copiesOf(site, picture)];
}

function copiesOf({ podcast }: Site, image: PublishedImage | undefined): readonly string[] | undefined {
  return podcast.illustrations?.copies.get(image?.path ?? '')?.map(({ path }) => path);
}
