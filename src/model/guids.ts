import { v5 as uuidV5 } from 'uuid';
import type { Show } from './show.ts';

/** The namespace that the podcast namespace's document on `podcast:guid` gives for shows. */
const podcastNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

/** UUIDv5 of the feed's address without scheme and trailing slashes, as the namespace document says. */
export function showGuid(feedUrl: string): string {
  return uuidV5(feedUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, ''), podcastNamespace);
}

/** The show's own guid, or the one that its address makes. */
export function guidOfShow({ guid, site, feed }: Pick<Show, 'guid' | 'site' | 'feed'>): string {
  return guid ?? showGuid(`${site.endsWith('/') ? site : `${site}/`}${feed}`);
}

/** The guid of an episode that has none of its own: it depends on the file name. */
export function guidFromSlug(slug: string, showGuid: string): string {
  return uuidV5(slug, showGuid);
}
