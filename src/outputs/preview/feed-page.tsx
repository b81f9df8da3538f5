import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { markdownToText } from '../../text/markdown.ts';
import { formatTimeCode } from '../../text/time-code.ts';
import { notesOf } from '../notes.ts';
import { formatDay } from '../pages/wording.ts';

/** About what fits on two lines of a telephone, by each app's own type. */
const apps = [
  { name: 'Apple Podcasts', titleCharacters: 62, hasArt: false },
  { name: 'Spotify', titleCharacters: 54, hasArt: true },
] as const;

type App = (typeof apps)[number];

/**
 * The show as the two largest apps would list it: titles cut, badges, art, a serial from its first episode on. An
 * approximation: apps change their type.
 */
export function previewFeedPage(podcast: Podcast): string {
  const page = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>{`The feed of ${podcast.show.title}`}</title>
      </head>
      <body>
        <main class="ppod-apps">
          <h1>The feed as apps list it</h1>
          <p>
            Titles are cut about where a telephone cuts them. <a href="/">Back to the pages</a>
          </p>
          {apps.map((app) => (
            <AppList app={app} podcast={podcast} />
          ))}
        </main>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${page}`;
}

function AppList({ app, podcast }: { readonly app: App; readonly podcast: Podcast }) {
  const { show, artwork } = podcast;
  const episodes = show.type === 'serial' ? podcast.episodes.toReversed() : podcast.episodes;
  return (
    <section class="ppod-app">
      <h2>{app.name}</h2>
      <header>
        <img src={`/${artwork.path}`} alt="" width="96" height="96" />
        <p>
          <strong>{cut(show.title, app.titleCharacters)}</strong> {show.explicit && <Badge words="E" />}
          <br />
          {show.author}
        </p>
      </header>
      <ol>
        {episodes.map((episode) => (
          <Item app={app} episode={episode} podcast={podcast} />
        ))}
      </ol>
    </section>
  );
}

function Item({
  app,
  episode,
  podcast,
}: {
  readonly app: App;
  readonly episode: PublishedEpisode;
  readonly podcast: Podcast;
}) {
  const { type, season, episode: number, summary } = episode.frontmatter;
  // A preview marks what is not out yet; apps will see the title without.
  const [, mark, title = ''] = /^(?:\[([^\]]+)\] )?(.*)$/s.exec(episode.frontmatter.title) ?? [];
  const numbers = [season === undefined ? '' : `S${season}`, number === undefined ? '' : `E${number}`].join(' ').trim();
  return (
    <li>
      {app.hasArt && <img src={`/${(episode.artwork ?? podcast.artwork).path}`} alt="" width="56" height="56" />}
      <div>
        <small>
          {formatDay(episode.date, podcast.show.language)} {numbers}
        </small>
        <p>
          <strong>{cut(title, app.titleCharacters)}</strong> {episode.explicit && <Badge words="E" />}{' '}
          {type !== 'full' && <Badge words={type} />} {mark && <Badge words={mark} />}
        </p>
        <p>
          <small>{cut(summary ?? markdownToText(notesOf(episode)), 120)}</small>
        </p>
        <small>{formatTimeCode(episode.enclosure.audio.durationSeconds)}</small>
      </div>
    </li>
  );
}

function Badge({ words }: { readonly words: string }) {
  return <span class="ppod-badge">{words}</span>;
}

function cut(text: string, characters: number): string {
  const all = Array.from(text);
  return all.length > characters
    ? `${all
        .slice(0, characters - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
