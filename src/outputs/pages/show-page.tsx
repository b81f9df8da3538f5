import type { Podcast, PublishedEpisode } from '../../model/project.ts';
import { excerpt } from '../../text/excerpt.ts';
import { markdownToPageHtml, markdownToText } from '../../text/markdown.ts';
import { lazily, type OutputFile } from '../output.ts';
import { Cover } from './cover.tsx';
import { EpisodeList } from './episode-list.tsx';
import { Follow } from './follow.tsx';
import { podcastSeries } from './json-ld.ts';
import { renderPage } from './layout.tsx';
import { Opening } from './opening.tsx';
import { listPageKey } from './page-keys.ts';
import { Prose } from './prose.tsx';
import { episodeLink, linkTo, rootFrom, type Site } from './site.ts';

/** So many episodes fit on a page that a phone still scrolls with ease. */
const pageSize = 50;

/** The show's page and, where there are many episodes, the pages that go on with its list. */
export function* showPages(site: Site): Generator<OutputFile> {
  const { episodes } = site.podcast;
  const paths = listPaths(episodes.length);
  for (const index of paths.keys()) {
    yield showPage(site, index + 1, paths, episodes.slice(index * pageSize, (index + 1) * pageSize));
  }
}

/** The folders of the list's pages in dist/, ending in `/`; the first is dist/ itself: ``, `page/2/`, … */
export function listPaths(episodeCount: number): readonly string[] {
  const pageCount = Math.max(1, Math.ceil(episodeCount / pageSize));
  return Array.from({ length: pageCount }, (_, index) => (index === 0 ? '' : `page/${index + 1}/`));
}

function showPage(
  site: Site,
  number: number,
  paths: readonly string[],
  episodes: readonly PublishedEpisode[],
): OutputFile {
  const { podcast } = site;
  const path = `${paths[number - 1] ?? ''}index.html`;
  const inList = `Episodes, page ${number} of ${paths.length}`;
  const root = rootFrom(path);
  const first = firstOf(podcast);
  const make = () => {
    const description = excerpt(markdownToText(podcast.description), 240) || podcast.show.title;
    return renderPage({
      site,
      path,
      title: number === 1 ? podcast.show.title : inList,
      description,
      image: podcast.artwork,
      script: number === 1 ? site.script : undefined,
      jsonLd: number === 1 ? podcastSeries(podcast, description) : undefined,
      children: (
        <>
          {number === 1 ? (
            <Introduction site={site} root={root} first={first} />
          ) : (
            <Opening title={podcast.show.title} />
          )}
          {number === 1 && <Follow site={site} root={root} />}
          <section aria-labelledby="episodes">
            <h2 id="episodes">{number === 1 ? 'Episodes' : inList}</h2>
            {episodes.length === 0 && <p>The first episode is still to come.</p>}
            <Seasons site={site} episodes={episodes} root={root} />
          </section>
          {paths.length > 1 && <PageLinks current={number} paths={paths} root={root} />}
        </>
      ),
    });
  };
  const key = listPageKey(site, episodes, [paths, number === 1 && first && [first.slug, first.frontmatter.title]]);
  return lazily(path, make, { key });
}

/** The one to begin with, where a show tells one story. */
function firstOf({ show, episodes }: Podcast): PublishedEpisode | undefined {
  if (show.type !== 'serial') return undefined;
  return episodes.findLast(({ frontmatter }) => frontmatter.type === 'full');
}

function Introduction({
  site,
  root,
  first,
}: {
  readonly site: Site;
  readonly root: string;
  readonly first: PublishedEpisode | undefined;
}) {
  const { podcast } = site;
  const { artwork, show } = podcast;
  const html = markdownToPageHtml(podcast.description, podcast.site, { topHeading: 2 });
  return (
    <div class="opening">
      <header>
        <Cover site={site} image={artwork} root={root} />
        <div>
          <h1 dir="auto">{show.title}</h1>
          <p class="byline">
            From <span dir="auto">{show.author}</span>
          </p>
          <Prose html={html} />
          {first && (
            <p class="start">
              <a href={episodeLink(root, first)}>
                Start with the first episode: <span dir="auto">{first.frontmatter.title}</span>
              </a>
            </p>
          )}
        </div>
      </header>
    </div>
  );
}

/** The episodes under their seasons; without headings where no season is named. */
function Seasons({
  site,
  episodes,
  root,
}: {
  readonly site: Site;
  readonly episodes: readonly PublishedEpisode[];
  readonly root: string;
}) {
  const seasons = new Map<number | undefined, PublishedEpisode[]>();
  for (const episode of episodes) {
    const { season } = episode.frontmatter;
    seasons.set(season, [...(seasons.get(season) ?? []), episode]);
  }
  if (seasons.size <= 1) return <EpisodeList site={site} episodes={episodes} root={root} heading="h3" />;
  return [...seasons].map(([season, group]) => (
    <>
      <h3 class="season">{seasonTitle(season, site)}</h3>
      <EpisodeList site={site} episodes={group} root={root} heading="h4" />
    </>
  ));
}

function seasonTitle(season: number | undefined, { podcast }: Site): string {
  if (season === undefined) return 'Other episodes';
  const name = podcast.show.seasons[String(season)];
  return name === undefined ? `Season ${season}` : `Season ${season}: ${name}`;
}

interface PageLinksProps {
  /** Of the page on which the links stand, beginning at 1. */
  readonly current: number;
  readonly paths: readonly string[];
  readonly root: string;
}

/** A way to every page of the list, so that the oldest episodes are not many steps away. */
function PageLinks({ current, paths, root }: PageLinksProps) {
  const link = (number: number) => linkTo(root, paths[number - 1] ?? '');
  return (
    <nav class="pages" aria-label="Pages of the list">
      <ol>
        {current > 1 && (
          <li>
            <a rel="prev" href={link(current - 1)}>
              Newer episodes
            </a>
          </li>
        )}
        {paths.map((_, index) => (
          <li>
            <a href={link(index + 1)} aria-current={index + 1 === current ? 'page' : undefined}>
              <span class="unseen">Page </span>
              {index + 1}
            </a>
          </li>
        ))}
        {current < paths.length && (
          <li>
            <a rel="next" href={link(current + 1)}>
              Older episodes
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}
