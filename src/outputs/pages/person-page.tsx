import type { OutputFile } from '../output.ts';
import { EpisodeList } from './episode-list.tsx';
import { renderPage } from './layout.tsx';
import type { PersonEntry } from './people.ts';
import { personFolder, rootFrom, type Site } from './site.ts';

/** A person's page: who they are, in public, and where to hear them. */
export function personPage(site: Site, entry: PersonEntry): OutputFile {
  const path = `${personFolder(entry)}/index.html`;
  const { role, organisation, url } = entry.person;
  const contents = renderPage({
    site,
    path,
    title: entry.name,
    description: `Episodes of ${site.podcast.show.title} with ${entry.name}.`,
    children: (
      <>
        <h1 dir="auto">{entry.name}</h1>
        {(role || organisation) && (
          <p class="lead" dir="auto">
            {[role, organisation].filter(Boolean).join(', ')}
          </p>
        )}
        {url && (
          <p>
            <a href={url} rel="noopener">
              About {entry.name}
            </a>
          </p>
        )}
        <section aria-labelledby="episodes">
          <h2 id="episodes">Episodes with {entry.name}</h2>
          <EpisodeList site={site} episodes={entry.episodes} root={rootFrom(path)} heading="h3" />
        </section>
      </>
    ),
  });
  return { path, contents };
}
