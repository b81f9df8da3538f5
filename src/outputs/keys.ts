import type { Podcast, PublishedEpisode } from '../model/project.ts';
import { digestOf } from '../text/digest.ts';

/**
 * A short name for all that an output can tell of the show and of `episodes`: under the same key stand the same contents, as long
 * as the code is the same. So a build makes only what has changed. Not in it: which other episodes there are, when the newest came
 * out, and what was drawn.
 */
export function keyOf(podcast: Podcast, ...episodes: readonly PublishedEpisode[]): string {
  return digestOf(showDigest(podcast), ...episodes.map(episodeDigest));
}

const showDigest = remembering(({ show, site, feedUrl, guid, description, artwork, hosts, pictures }: Podcast) =>
  digestOf(JSON.stringify({ show, site, feedUrl, guid, description, artwork, hosts, pictures })),
);

const episodeDigest = remembering((episode: PublishedEpisode) =>
  digestOf(JSON.stringify({ ...episode, transcript: episode.transcriptDigest ?? episode.transcript })),
);

function remembering<T extends object>(make: (of: T) => string): (of: T) => string {
  const known = new WeakMap<T, string>();
  return (of) => {
    const digest = known.get(of) ?? make(of);
    known.set(of, digest);
    return digest;
  };
}
