import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { formatIso } from '../../text/dates.ts';
import { markdownToText } from '../../text/markdown.ts';
import { formatTimeCode } from '../../text/time-code.ts';
import { notesOf } from '../notes.ts';

/** About what fits on two lines of a telephone, by each app's own type. */
const apps = [
  { name: 'Apple Podcasts', titleCharacters: 62, hasArt: false },
  { name: 'Spotify', titleCharacters: 54, hasArt: true },
] as const;

type App = (typeof apps)[number];

/** The show as the two largest apps would list it: titles cut, badges, art. An approximation: apps change their type. */
export function previewFeedPage(podcast: Podcast): string {
  const page = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
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
  const { show, artwork, episodes } = podcast;
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
  const { title, type, season, episode: number, summary } = episode.frontmatter;
  const numbers = [season === undefined ? '' : `S${season}`, number === undefined ? '' : `E${number}`].join(' ').trim();
  return (
    <li>
      {app.hasArt && <img src={`/${(episode.artwork ?? podcast.artwork).path}`} alt="" width="48" height="48" />}
      <div>
        <small>
          {formatIso(episode.date).slice(0, 10)} {numbers} {type !== 'full' && <Badge words={type} />}
        </small>
        <br />
        <strong>{cut(title, app.titleCharacters)}</strong> {episode.explicit && <Badge words="E" />}
        <br />
        <small>{cut(summary ?? markdownToText(notesOf(episode)), 120)}</small>
        <br />
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
