import { lazily, type OutputFile } from '../output.ts';
import { renderPage } from './layout.tsx';
import { linkTo, rootFrom, type Site } from './site.ts';

/** Where the index lies in dist/. The script of the search looks there. */
export const searchFolder = 'search/pagefind';

/** A form and an empty list; the script fills it from the index. */
export function searchPage(site: Site): OutputFile {
  const path = 'search/index.html';
  const root = rootFrom(path);
  const title = 'Search';
  return lazily(path, () =>
    renderPage({
      site,
      path,
      title,
      script: site.searchScript,
      isSearch: true,
      children: (
        <>
          <div class="opening">
            <h1>{title}</h1>
            <p class="without-script">
              The search needs JavaScript, which is switched off in this browser. Every episode has its notes and its
              transcript on a page of its own: see <a href={`${linkTo(root, '')}#episodes`}>all episodes</a>.
            </p>
            <search>
              <form class="search-form" data-root={root} hidden>
                <label for="search-words">Words from the notes or the transcript of an episode</label>
                <input id="search-words" type="search" name="q" autocomplete="off" />
                <button type="submit">Search</button>
              </form>
            </search>
          </div>
          <p class="found" role="status" />
          <ol class="results" />
          <p>
            <button type="button" class="more" hidden>
              More episodes
            </button>
          </p>
        </>
      ),
    }),
  );
}
