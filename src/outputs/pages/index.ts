import type { Podcast } from '../../model/project.ts';
import { lazily, type Output, type OutputFile } from '../output.ts';
import { episodePage } from './episode-page.tsx';
import { notFoundPage, withdrawnPage } from './notice-pages.tsx';
import { personPage } from './person-page.tsx';
import { searchPage } from './search-page.tsx';
import { showPages } from './show-page.tsx';
import { assetsOf, siteOf } from './site.ts';

export const pages: Output = {
  name: 'pages',
  description: 'The web pages of the show, its episodes and its people.',
  render: renderPages,
};

function* renderPages(podcast: Podcast): Generator<OutputFile> {
  if (!podcast.show.pages) return;
  const site = siteOf(podcast);
  const { episodes, withdrawn } = podcast;
  yield* assetsOf(site);
  yield* drawn(podcast);
  yield* showPages(site);
  for (const [index, episode] of episodes.entries()) {
    yield episodePage(site, episode, { newer: episodes[index - 1], older: episodes[index + 1] });
  }
  for (const entry of site.people.values()) yield personPage(site, entry);
  for (const notice of withdrawn) yield withdrawnPage(site, notice);
  if (podcast.show.search) yield searchPage(site);
  yield notFoundPage(site);
}

/** Read one at a time, when each is written. */
function* drawn({ illustrations }: Podcast): Iterable<OutputFile> {
  const pictures = [...(illustrations?.copies.values() ?? [])].flat();
  for (const picture of [...pictures, ...(illustrations?.cards.values() ?? [])]) {
    yield lazily(picture.path, () => picture.read());
  }
}
