import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machinePorts, planBuild, render } from '../../src/index.ts';
import type { Podcast } from '../../src/model/project.ts';
import type { PublishedSite } from './site-server.ts';

const root = join(import.meta.dirname, '../..');

/** The show that this repository holds, with everything that a build of it writes. */
export async function repositoryShow(): Promise<PublishedSite & { readonly podcast: Podcast }> {
  const { podcast, diagnostics } = await planBuild(machinePorts(root, Date.UTC(2026, 10, 1)));
  if (podcast === undefined) throw new Error(`the show has faults: ${JSON.stringify(diagnostics)}`);
  const files = new Map<string, Uint8Array>();
  for (const file of render(podcast)) {
    const bytes = 'contents' in file ? Buffer.from(file.contents) : readFileSync(join(root, file.copyOf));
    files.set(file.path, bytes);
  }
  return { podcast, site: podcast.site, files };
}
