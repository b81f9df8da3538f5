import { encodePath } from '../../model/urls.ts';
import type { Site } from './site.ts';

/** How to follow the show: its platforms, and the feed's address for every other app. */
export function Follow({ site, root }: { readonly site: Site; readonly root: string }) {
  const { feedUrl, show } = site.podcast;
  const links = Object.entries(show.links);
  return (
    <section class="follow" aria-labelledby="follow">
      <h2 id="follow">Follow the show</h2>
      {links.length > 0 && (
        <ul class="platforms">
          {links.map(([platform, url]) => (
            <li>
              <a href={url} rel="noopener">
                {platformName(platform)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <div class="feed">
        <label for="feed-address">
          {links.length > 0 ? 'In any other podcast app, add this address:' : 'In your podcast app, add this address:'}
        </label>
        <input id="feed-address" type="url" readonly value={feedUrl} />
        <button type="button" data-copy hidden>
          Copy the address
        </button>
        <a href={root + encodePath(show.feed)}>Open the feed</a>
        <p role="status" />
      </div>
      {show.funding.length > 0 && (
        <ul class="platforms">
          {show.funding.map(({ url, text }) => (
            <li>
              <a href={url} rel="noopener">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const platformNames: Readonly<Record<string, string>> = {
  apple: 'Apple Podcasts',
  spotify: 'Spotify',
  youtube: 'YouTube',
  youtubemusic: 'YouTube Music',
  amazon: 'Amazon Music',
  overcast: 'Overcast',
  pocketcasts: 'Pocket Casts',
  antennapod: 'AntennaPod',
  castro: 'Castro',
  deezer: 'Deezer',
  iheart: 'iHeart',
  bbc: 'BBC Sounds',
};

/** `apple` and `Pocket Casts` alike as the platform writes itself; a name unknown to us as the show writes it. */
function platformName(key: string): string {
  const plain = key.toLowerCase().replace(/[^a-z]|podcasts?$/g, '');
  return Object.hasOwn(platformNames, plain) ? (platformNames[plain] ?? key) : key;
}
