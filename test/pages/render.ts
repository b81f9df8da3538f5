import type { Podcast } from '../../src/model/project.ts';
import { hosting } from '../../src/outputs/hosting.ts';
import { pages } from '../../src/outputs/pages/index.ts';

/** Everything that pages and hosting write, by path; a copy as the name of its source. */
export function render(podcast: Podcast): ReadonlyMap<string, string> {
  const files = [...pages.render(podcast), ...hosting.render(podcast)];
  return new Map(
    files.map((file) => [file.path, 'contents' in file ? String(file.contents) : `copy of ${file.copyOf}`]),
  );
}

/** The HTML pages alone. */
export function renderPages(podcast: Podcast): ReadonlyMap<string, string> {
  return new Map([...render(podcast)].filter(([path]) => path.endsWith('.html')));
}
