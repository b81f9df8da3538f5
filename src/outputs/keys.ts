import type { Podcast, PublishedEpisode } from '../model/project.ts';
import { digestOf } from '../text/digest.ts';

/**
 * A short name for all that an output can tell of the show or, beside it, of one episode: under the same key stand the same
 * contents, as long as the code is the same. So a build makes only what has changed. Not in it: which other episodes there are, when
 * the newest came out, and what was drawn.
 */
export function keyOf(podcast: Podcast, episode?: PublishedEpisode): string {
  const keys = known.get(podcast) ?? { show: showKey(podcast), episodes: new Map<PublishedEpisode, string>() };
  known.set(podcast, keys);
  if (episode === undefined) return keys.show;
  const key = keys.episodes.get(episode) ?? digestOf(keys.show, episode.digest);
  keys.episodes.set(episode, key);
  return key;
}

/** Several outputs ask for the key of the same episode. */
const known = new WeakMap<Podcast, { readonly show: string; readonly episodes: Map<PublishedEpisode, string> }>();

function showKey({ show, site, feedUrl, guid, description, artwork, hosts, pictures }: Podcast): string {
  return digestOf(JSON.stringify({ show, site, feedUrl, guid, description, artwork, hosts, pictures }));
}
