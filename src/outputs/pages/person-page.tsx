import { lazily, type OutputFile } from '../output.ts';
import { EpisodeList } from './episode-list.tsx';
import { renderPage } from './layout.tsx';
import { Opening } from './opening.tsx';
import { personPageKey } from './page-keys.ts';
import type { PersonEntry } from './people.ts';
import { Portrait, Role } from './people-list.tsx';
import { personFolder, rootFrom, type Site } from './site.ts';

/** A person's page: who they are, in public, and where to hear them. */
export function personPage(site: Site, entry: PersonEntry): OutputFile {
  const path = `${personFolder(entry)}/index.html`;
  const root = rootFrom(path);
  const make = () =>
    renderPage({
      site,
      path,
      title: entry.name,
      description: `Episodes of ${site.podcast.show.title} with ${entry.name}.`,
      children: (
        <>
          <Opening title={entry.name}>
            <Portrait person={entry.person} site={site} root={root} />
            <Role person={entry.person} />
            {entry.person.url && (
              <p>
                <a href={entry.person.url} rel="noopener">
                  More about {entry.name}
                </a>
              </p>
            )}
          </Opening>
          <section aria-labelledby="episodes">
            <h2 id="episodes">Episodes</h2>
            <EpisodeList site={site} episodes={entry.episodes} root={root} heading="h3" />
          </section>
        </>
      ),
    });
  return lazily(path, make, { key: personPageKey(site, entry) });
}
