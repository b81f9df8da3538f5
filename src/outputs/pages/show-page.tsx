import type { PublishedEpisode } from '../../model/project.ts';
import { markdownToPageHtml, markdownToText } from '../../text/markdown.ts';
import { lazily, type OutputFile } from '../output.ts';
import { Cover } from './cover.tsx';
import { EpisodeList } from './episode-list.tsx';
import { Follow } from './follow.tsx';
import { podcastSeries } from './json-ld.ts';
import { renderPage } from './layout.tsx';
import { Opening } from './opening.tsx';
import { Prose } from './prose.tsx';
import { episodeLink, linkTo, rootFrom, type Site } from './site.ts';
import { excerpt } from './wording.ts';

/** So many episodes fit on a page that a phone still scrolls with ease. */
const pageSize = 50;

/** The show's page and, where there are many episodes, the pages that go on with its list. */
export function* showPages(site: Site): Generator<OutputFile> {
  const { episodes } = site.podcast;
  const paths = listPaths(episodes.length);
  for (const index of paths.keys()) {
    yield showPage(site, index + 1, paths.length, episodes.slice(index * pageSize, (index + 1) * pageSize));
  }
}

/** The folders of the list's pages in dist/, ending in `/`; the first is dist/ itself: ``, `page/2/`, … */
export function listPaths(episodeCount: number): readonly string[] {
  const pageCount = Math.max(1, Math.ceil(episodeCount / pageSize));
  return Array.from({ length: pageCount }, (_, index) => listFolder(index + 1));
}

function listFolder(number: number): string {
  return number === 1 ? '' : `page/${number}/`;
}

function showPage(site: Site, number: number, pageCount: number, episodes: readonly PublishedEpisode[]): OutputFile {
  const { podcast } = site;
  const path = `${listFolder(number)}index.html`;
  const root = rootFrom(path);
  const description = excerpt(markdownToText(podcast.description), 240) || podcast.show.title;
  return lazily(path, () =>
    renderPage({
      site,
      path,
      title: number === 1 ? podcast.show.title : `Episodes, page ${number} of ${pageCount}`,
      description,
      image: podcast.artwork,
      script: number === 1 ? site.script : undefined,
      jsonLd: number === 1 ? podcastSeries(podcast, description) : undefined,
      children: (
        <>
          {number === 1 ? <Introduction site={site} root={root} /> : <Opening title={podcast.show.title} />}
          {number === 1 && <Follow site={site} root={root} />}
          <section aria-labelledby="episodes">
            <h2 id="episodes">{number === 1 ? 'Episodes' : `Episodes, page ${number} of ${pageCount}`}</h2>
            {episodes.length === 0 && <p>The first episode is still to come.</p>}
            <Seasons site={site} episodes={episodes} root={root} />
          </section>
          {pageCount > 1 && <PageLinks number={number} pageCount={pageCount} root={root} />}
        </>
      ),
    }),
  );
}

function Introduction({ site, root }: { readonly site: Site; readonly root: string }) {
  const { podcast } = site;
  const { artwork, show } = podcast;
  const html = markdownToPageHtml(podcast.description, podcast.site, { topHeading: 2 });
  const isStory = ({ frontmatter }: PublishedEpisode) => frontmatter.type === 'full';
  const first = show.type === 'serial' ? podcast.episodes.findLast(isStory) : undefined;
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

function PageLinks({
  number,
  pageCount,
  root,
}: {
  readonly number: number;
  readonly pageCount: number;
  readonly root: string;
}) {
  const link = (target: number) => linkTo(root, listFolder(target));
  return (
    <nav class="pages" aria-label="Pages of the list">
      {number > 1 && (
        <a rel="prev" href={link(number - 1)}>
          Newer episodes
        </a>
      )}
      {number < pageCount && (
        <a rel="next" href={link(number + 1)}>
          Older episodes
        </a>
      )}
    </nav>
  );
}
