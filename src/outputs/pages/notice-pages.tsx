import { episodeFolder } from '../../model/urls.ts';
import { lazily, type OutputFile } from '../output.ts';
import { renderPage } from './layout.tsx';
import { Opening } from './opening.tsx';
import { linkTo, rootFrom, type Site } from './site.ts';

/**
 * Shown by the host for any address that leads nowhere, however deep: the one page whose links cannot be
 * relative. They begin at the path of `site`.
 */
export function notFoundPage(site: Site): OutputFile {
  const root = new URL(site.podcast.site).pathname;
  const path = '404.html';
  return lazily(path, () =>
    renderPage({
      site,
      path,
      root,
      title: 'Page not found',
      children: (
        <>
          <Opening title="Page not found" />
          <p>There is no page at this address. It may have been typed or copied with a mistake.</p>
          <p>
            <a href={`${linkTo(root, '')}#episodes`}>All episodes</a>
          </p>
        </>
      ),
    }),
  );
}

/** What stays at the address of an episode that was withdrawn: its title, and no reason. */
export function withdrawnPage(site: Site, { slug, title }: Site['podcast']['withdrawn'][number]): OutputFile {
  const path = `${episodeFolder(slug)}/index.html`;
  return lazily(path, () =>
    renderPage({
      site,
      path,
      title,
      children: (
        <>
          <Opening title={title} />
          <p>This episode has been withdrawn. Its audio and its transcript are no longer published.</p>
          <p>
            <a href={`${linkTo(rootFrom(path), '')}#episodes`}>All episodes</a>
          </p>
        </>
      ),
    }),
  );
}
