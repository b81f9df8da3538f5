import type { Diagnostic } from '../model/diagnostic.ts';
import type { Podcast, Project } from '../model/project.ts';
import { outputs } from '../outputs/index.ts';
import type { OutputFile } from '../outputs/output.ts';
import { searchFolder } from '../outputs/pages/search-page.tsx';
import type { Ports, SearchIndex, SearchIndexer } from '../ports.ts';
import { type CheckOptions, checkWithPauses, hasError } from './check.ts';
import { type IllustrateOptions, illustrate } from './illustrate.ts';
import { type LoadOptions, load } from './load.ts';
import { type PublishOptions, publish } from './publish.ts';

export interface BuildOptions extends LoadOptions, CheckOptions, PublishOptions {
  /** Warnings stop the build too. */
  readonly strict?: boolean;
}

export interface BuildPlan {
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  /** `undefined` when a finding stops the build: ppod never writes a feed that a directory would reject. */
  readonly podcast: Podcast | undefined;
}

/** The whole program: load, check, publish. Then `render` makes the files, and writing them is the caller's step. */
export async function planBuild(ports: Ports, options: BuildOptions = {}): Promise<BuildPlan> {
  const project = await load(ports, options);
  const diagnostics = await checkWithPauses(project, { ...options, memory: ports.memory });
  const stops =
    hasError(diagnostics) || (options.strict === true && diagnostics.some(({ severity }) => severity === 'warning'));
  return { project, diagnostics, podcast: stops ? undefined : publish(project, { ...options, memory: ports.memory }) };
}

/** Stage 4. The files of dist/, one at a time, the feed last: nothing is held in memory longer than it takes to write. Pure. */
export function* render(podcast: Podcast): Iterable<OutputFile> {
  for (const output of outputs) yield* output.render(podcast);
}

/** As `render`, with all that needs a port: pictures drawn for the pages, and before the feed the index to search them with. */
export async function renderAll(
  podcast: Podcast,
  ports: Pick<Ports, 'pictures' | 'waveforms' | 'search'>,
  options: IllustrateOptions = {},
): Promise<Iterable<OutputFile> | AsyncIterable<OutputFile>> {
  const files = render(await illustrate(podcast, ports, options));
  const { show } = podcast;
  return show.search && show.pages && ports.search !== undefined ? withIndex(files, show.feed, ports.search) : files;
}

async function* withIndex(
  files: Iterable<OutputFile>,
  feed: string,
  indexer: SearchIndexer,
): AsyncIterable<OutputFile> {
  const index = await indexer.open();
  try {
    for (const file of files) {
      await addTo(index, file);
      if (file.path === feed) yield* await finished(index);
      yield file;
    }
  } finally {
    await index.close();
  }
}

/** The files of the index of a whole site, for a preview, where nothing but a search asks for them. */
export async function searchFilesOf(
  files: Iterable<OutputFile>,
  indexer: SearchIndexer,
): Promise<readonly OutputFile[]> {
  const index = await indexer.open();
  try {
    for (const file of files) await addTo(index, file);
    return await finished(index);
  } finally {
    await index.close();
  }
}

async function addTo(index: SearchIndex, file: OutputFile): Promise<void> {
  if (!('contents' in file) || file.isSearchable !== true) return;
  await index.add({ url: file.path.replace(/index\.html$/, ''), html: String(file.contents) });
}

async function finished(index: SearchIndex): Promise<readonly OutputFile[]> {
  return (await index.finish()).map(({ name, contents }) => ({ path: `${searchFolder}/${name}`, contents }));
}
