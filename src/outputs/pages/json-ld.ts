import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { formatIso } from '../../text/dates.ts';
import { formatIsoLength } from './wording.ts';

/** schema.org's description of a page, for search engines. */
export type JsonLd = { readonly [key: string]: JsonLdValue };
type JsonLdValue = string | number | boolean | undefined | JsonLd | readonly JsonLdValue[];

/** The text of a `<script type="application/ld+json">`. No `<` is left, so no title can close the script. */
export function jsonLdText(data: JsonLd): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

export function podcastSeries(podcast: Podcast, description: string): JsonLd {
  const { show } = podcast;
  const elsewhere = Object.values(show.links);
  return {
    '@context': 'https://schema.org',
    ...seriesReference(podcast),
    description,
    image: podcast.artwork.url,
    inLanguage: show.language,
    author: { '@type': 'Organization', name: show.author },
    sameAs: elsewhere.length > 0 ? elsewhere : undefined,
  };
}

export function podcastEpisode(podcast: Podcast, episode: PublishedEpisode, description: string): JsonLd {
  const { frontmatter, enclosure } = episode;
  const { durationSeconds } = enclosure.audio;
  const length = durationSeconds > 0 ? formatIsoLength(durationSeconds) : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    name: frontmatter.title,
    url: episode.pageUrl,
    description,
    datePublished: formatIso(episode.date),
    timeRequired: length,
    inLanguage: podcast.show.language,
    isFamilyFriendly: !episode.explicit,
    episodeNumber: frontmatter.episode,
    partOfSeason:
      frontmatter.season === undefined
        ? undefined
        : {
            '@type': 'PodcastSeason',
            seasonNumber: frontmatter.season,
            name: podcast.show.seasons[String(frontmatter.season)],
          },
    image: (episode.artwork ?? podcast.artwork).url,
    contributor: episode.people.map(({ name, organisation, url }) => ({
      '@type': 'Person',
      name,
      url,
      affiliation: organisation === undefined ? undefined : { '@type': 'Organization', name: organisation },
    })),
    associatedMedia: {
      '@type': 'AudioObject',
      contentUrl: enclosure.url,
      encodingFormat: enclosure.mimeType,
      contentSize: enclosure.bytes > 0 ? String(enclosure.bytes) : undefined,
      duration: length,
    },
    partOfSeries: seriesReference(podcast),
  };
}

function seriesReference({ show, site, feedUrl }: Podcast): JsonLd {
  return { '@type': 'PodcastSeries', name: show.title, url: site, webFeed: feedUrl };
}
