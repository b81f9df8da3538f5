import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Cache } from '../../src/node/cache.ts';
import { writeDist } from '../../src/node/dist-folder.ts';
import { keptFiles } from '../../src/node/kept-files.ts';
import { KeptOutputs } from '../../src/node/kept-outputs.ts';
import { keptProbe } from '../../src/node/kept-probe.ts';
import { keptWork } from '../../src/node/kept-work.ts';
import { Looks } from '../../src/node/looks.ts';
import { machinePorts } from '../../src/node/machine-ports.ts';
import type { OutputFile } from '../../src/outputs/output.ts';
import { type BuildOptions, planBuild, renderAll } from '../../src/pipeline/build.ts';
import type { ProjectFiles } from '../../src/ports.ts';
import { changesTo } from './changes.ts';
import { copyOfShow, emptyFolder } from './project.ts';

const asOf = Date.UTC(2026, 10, 22);

/** What a disk would keep. */
function cacheInMemory(): Cache {
  const kept = new Map<string, string>();
  return {
    get: async (key) => await JSON.parse(kept.get(key) ?? 'null'),
    set: async (key, value) => {
      kept.set(key, await JSON.stringify(value));
    },
  };
}

/** Builds the show in `root` into `dist` with what the cache keeps, and tells what was found, and what was read and made for it. */
async function build(root: string, dist: string, cache: Cache, options: BuildOptions = {}) {
  const memory = await keptWork(root, cache);
  const kept = new KeptOutputs(dist, cache);
  const disk = machinePorts(root, asOf);
  // As if it began later, so that what a test has only just changed need not rest first.
  const looks = new Looks(root, Date.now() + 60_000);
  const media = keptProbe(root, disk.media, looks, cache);
  const read: string[] = [];
  const ports = { ...disk, files: noting(keptFiles(root, looks, memory), read), media, memory };
  const { podcast, diagnostics } = await planBuild(ports, { withNotes: false, ...options });
  const made: string[] = [];
  if (podcast !== undefined) {
    const files = watched(await renderAll(podcast, ports), made);
    await writeDist(root, dist, files, { feed: podcast.show.feed, kept, looks });
    await kept.keep();
  }
  await memory.keep();
  await media.keep();
  return { diagnostics, made, read };
}

/** The same files; which of them are read is noted. */
function noting(files: Required<ProjectFiles>, read: string[]): ProjectFiles {
  return {
    ...files,
    open: async (path) => {
      const file = await files.open(path);
      if (file === undefined) return undefined;
      return {
        get digest() {
          return file.digest;
        },
        read() {
          read.push(path);
          return file.read();
        },
      };
    },
  };
}

async function* watched(
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
  made: string[],
): AsyncIterable<OutputFile> {
  for await (const file of files) {
    if (!('contents' in file)) {
      yield file;
      continue;
    }
    const { path, parts, key } = file;
    yield {
      path,
      key,
      get contents() {
        made.push(path);
        return file.contents;
      },
      ...(parts && {
        *parts() {
          for (const { make, ...part } of parts()) {
            yield {
              ...part,
              make: () => {
                made.push(`${path}: ${/<title>.*<\/title>/.exec(make())?.[0] ?? 'the end'}`);
                return make();
              },
            };
          }
        },
      }),
    };
  }
}

/** Every file of dist/ with its bytes. */
function contentsOf(dist: string) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('.ppod'));
  return new Map(paths.sort().map((path) => [path.slice(dist.length), readFileSync(path).toString('base64')]));
}

/** A show whose pages are not searched: for a search, every page has to be made. */
function showWithPages(): string {
  const root = copyOfShow();
  const show = join(root, 'show.md');
  writeFileSync(show, readFileSync(show, 'utf8').replace(/^search: .*\n/m, ''));
  return root;
}

test('after whatever change, a build with a memory writes what one without would', { timeout: 120_000 }, async () => {
  const root = showWithPages();
  const dist = emptyFolder();
  const cache = cacheInMemory();
  const built: string[] = [];
  for (const [change, make] of Object.entries(changesTo(root))) {
    make();
    const known = await build(root, dist, cache);
    const fresh = emptyFolder();
    const { diagnostics, made } = await build(root, fresh, cacheInMemory());
    expect(known.diagnostics, change).toEqual(diagnostics);
    if (made.length === 0) continue;
    built.push(change);
    expect(contentsOf(dist), change).toEqual(contentsOf(fresh));
  }
  // What the others show is why nothing is written.
  expect(built.length).toBeGreaterThan(12);
});

test('what finds no room in memory is read again, and comes out the same', async () => {
  const root = showWithPages();
  const [dist, fresh] = [emptyFolder(), emptyFolder()];
  const held = await build(root, fresh, cacheInMemory());
  const none = await build(root, dist, cacheInMemory(), { mostHeld: 0 });
  expect(none.diagnostics).toEqual(held.diagnostics);
  expect(none.read.length).toBeGreaterThan(held.read.length + 10);
  expect(contentsOf(dist)).toEqual(contentsOf(fresh));
});

test('of an edited episode only what shows it is made', async () => {
  const root = showWithPages();
  const dist = emptyFolder();
  const cache = cacheInMemory();
  const { made } = await build(root, dist, cache);
  expect(made).toContain('episodes/what-you-will-hear/index.html');
  const unkeyed = (await build(root, dist, cache)).made;
  expect(unkeyed.filter((path) => path.startsWith('episodes/'))).toEqual([]);
  appendFileSync(join(root, 'episodes/hearing-the-child.md'), '\nA line more.\n');
  const edited = await build(root, dist, cache);
  const again = edited.made.filter((path) => !unkeyed.includes(path));
  expect([...new Set(edited.read)].sort()).toEqual([
    'episodes/hearing-the-child.md',
    'episodes/hearing-the-child.transcript.vtt',
    'show.md',
  ]);
  expect(again.sort()).toEqual([
    ...['chapters.json', 'index.html', 'transcript.html', 'transcript.json', 'transcript.srt', 'transcript.txt'].map(
      (name) => `episodes/hearing-the-child/${name}`,
    ),
    'episodes/hearing-the-child/transcript.vtt',
    'feed.xml: <title>Hearing what a child is telling us</title>',
  ]);
});

test('a file of dist/ that somebody else changed is made again', async () => {
  const root = showWithPages();
  const dist = emptyFolder();
  const cache = cacheInMemory();
  await build(root, dist, cache);
  const expected = contentsOf(dist);
  const feed = readFileSync(join(dist, 'feed.xml'), 'utf8');
  writeFileSync(join(dist, 'feed.xml'), feed.replaceAll('<title>H', '<title>X'));
  writeFileSync(join(dist, 'episodes/hearing-the-child/transcript.vtt'), 'WEBVTT');
  await build(root, dist, cache);
  expect(contentsOf(dist)).toEqual(expected);
});

test.each([
  ['nothing of it', 'x'],
  ['another kind of thing', { a: 1 }],
])('a memory that holds %s is none', async (_, value) => {
  const root = showWithPages();
  const cache: Cache = { get: async () => await value, set: async () => await undefined };
  const { diagnostics, made } = await build(root, emptyFolder(), cache);
  expect(diagnostics).toEqual([]);
  expect(made).toContain('episodes/hearing-the-child/index.html');
});
