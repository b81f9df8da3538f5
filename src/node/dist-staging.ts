import { Buffer } from 'node:buffer';
import { closeSync, fsyncSync, lstatSync, openSync, readFileSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { OutputFile, Part } from '../outputs/output.ts';
import { pauses } from '../text/pauses.ts';
import { Draft } from './dist-draft.ts';
import { isSameContent, isSameMedia, mediaPlacer } from './dist-media.ts';
import { type DistFolders, OutputPaths } from './dist-paths.ts';
import { DistRefusal } from './dist-refusal.ts';
import type { KeptOutputs, Piece } from './kept-outputs.ts';
import type { Looks } from './looks.ts';
import { explainFailure } from './machine-failure.ts';
import type { Found } from './project-files.ts';

export interface Staged {
  readonly paths: OutputPaths;
  /** What differs from dist/: its path there, and the finished file that is to take that place. */
  readonly changed: ReadonlyMap<string, string>;
  /** What is copied there, changed or not: project paths. */
  readonly copied: readonly string[];
}

interface Places {
  /** Finds a file of the show project. */
  readonly find: (path: string) => Found | undefined;
  readonly looks: Looks;
  readonly dist: string;
  readonly scratch: string;
  readonly folders: DistFolders;
  readonly kept: KeptOutputs | undefined;
}

/** So many recordings are compared or copied side by side: enough to keep a disk busy. */
const mediaAtOnce = 4;

/**
 * Takes the outputs one by one, compares each with what is in dist/ and puts what differs, finished, into
 * `scratch`. dist/ itself is only read. Small files are handled synchronously: for thousands of them that
 * costs a quarter of the processor time that promises cost.
 */
export async function stage(
  places: Places,
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
  onProgress: (done: number, path: string) => void,
): Promise<Staged> {
  const place = mediaPlacer();
  const paths = new OutputPaths();
  const changed = new Map<string, string>();
  const copied: string[] = [];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const pause = pauses();
  let count = 0;
  let done = 0;
  const finish = (path: string, isChanged: boolean, temporary: string) => {
    if (isChanged) changed.set(path, temporary);
    done += 1;
    onProgress(done, path);
  };
  const copy = async (copyOf: string, path: string, temporary: string) => {
    if (running.size >= mediaAtOnce) await Promise.race(running);
    const job = stageMedia({ place, ...places }, copyOf, path, temporary)
      .then((isChanged) => finish(path, isChanged, temporary))
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => running.delete(job));
    running.add(job);
  };
  const take = (file: OutputFile): Promise<void> | undefined => {
    if (failures.length > 0) throw failures[0];
    const { path } = file;
    paths.add(path);
    places.folders.check(path);
    const temporary = `${places.scratch}${sep}${count}`;
    count += 1;
    if ('copyOf' in file) {
      copied.push(file.copyOf);
      if (!isCopyKept(places, file.copyOf, path)) return copy(file.copyOf, path, temporary);
      finish(path, false, temporary);
      return undefined;
    }
    const isChanged = stageContents(places, file, temporary);
    if (typeof isChanged !== 'boolean') return isChanged.then((isIt) => finish(path, isIt, temporary));
    finish(path, isChanged, temporary);
    return undefined;
  };
  try {
    await each(files, (file) => take(file) ?? pause());
  } finally {
    // Also after a fault: nothing may still be writing when the scratch folder is cleared away.
    await Promise.all(running);
  }
  if (failures.length > 0) throw failures[0];
  return { paths, changed, copied };
}

/** Waits only where there is something to wait for: a promise for each of thousands takes longer than to look at a file. */
async function each<T>(
  items: Iterable<T> | AsyncIterable<T>,
  take: (item: T) => Promise<void> | undefined,
): Promise<void> {
  if (Symbol.asyncIterator in items) {
    for await (const item of items) await take(item);
    return;
  }
  for (const item of items) {
    const taking = take(item);
    if (taking !== undefined) await taking;
  }
}

type Contents = Exclude<OutputFile, { readonly copyOf: string }>;

function stageContents(places: Places, file: Contents, temporary: string): boolean | Promise<boolean> {
  const explain = (error: unknown) => {
    throw explainFailure(error, 'write', file.path);
  };
  try {
    if (file.parts === undefined) return stageText(places, file, temporary);
    return stageParts(places, file.path, file.parts(), temporary).catch(explain);
  } catch (error) {
    return explain(error);
  }
}

function stageText(places: Places, file: Contents, temporary: string): boolean {
  const { path, key } = file;
  const there = fileAt(places, path);
  if (key !== undefined && places.kept?.holds(path, key, there) === true) return false;
  const { contents } = file;
  if (
    there?.size === Buffer.byteLength(contents) &&
    readFileSync(join(places.dist, path)).equals(Buffer.from(contents))
  ) {
    return false;
  }
  writeFileSync(temporary, contents, { flag: 'wx' });
  return true;
}

/** As `stageText`, for contents that come in parts. They are written before they are compared, so that few at a time are held. */
async function stageParts(places: Places, path: string, parts: Iterable<Part>, temporary: string): Promise<boolean> {
  const there = fileAt(places, path);
  const earlier = places.kept?.piecesOf(path, there) ?? new Map<string, Piece>();
  const pieces = new Map<string, Piece>();
  const draft = new Draft(temporary, earlier.size === 0 ? undefined : join(places.dist, path));
  const pause = pauses();
  try {
    let start = 0;
    for (const { key, make } of parts) {
      const piece = earlier.get(key ?? '');
      const length = piece === undefined ? draft.write(make()) : draft.copy(piece);
      if (key !== undefined) pieces.set(key, { start, length });
      start += length;
      await pause();
    }
    draft.finish();
  } finally {
    draft.close();
  }
  places.kept?.setPieces(path, pieces);
  return there === undefined || !(await isSameContent(temporary, join(places.dist, path)));
}

/** The regular file at `path` in dist/, if there is one. Throws a `DistRefusal` when a folder is in its place. */
function fileAt(places: Pick<Places, 'dist' | 'folders'>, path: string): Stats | undefined {
  if (places.folders.kindOf(dirname(path)) !== 'folder') return undefined;
  // Plain already: to join them properly takes longer than to look.
  const there = lstatSync(`${places.dist}${sep}${path}`, { throwIfNoEntry: false });
  if (there?.isDirectory()) {
    throw new DistRefusal(
      'path',
      `${path} cannot be written: in the output folder there is a folder of that name.`,
      'Move that folder away, then build again.',
    );
  }
  return there?.isFile() ? there : undefined;
}

/** Whether dist/ holds the copy as it was made of the file that stands there still. */
function isCopyKept({ looks, kept, ...places }: Places, copyOf: string, path: string): boolean {
  try {
    const { stamp, isSettled } = looks.at(copyOf);
    return isSettled && kept?.holds(path, `copy of ${stamp}`, fileAt(places, path)) === true;
  } catch (error) {
    throw explainFailure(error, 'copy', copyOf);
  }
}

async function stageMedia(
  places: Places & { readonly place: ReturnType<typeof mediaPlacer> },
  copyOf: string,
  path: string,
  temporary: string,
): Promise<boolean> {
  try {
    const there = fileAt(places, path);
    const source = places.find(copyOf);
    if (source === undefined) {
      throw new DistRefusal(
        'source',
        `${copyOf} is not in the show's folder any more.`,
        'Put it back, then build again.',
      );
    }
    if (there !== undefined && (await isSameMedia(source.place, join(places.dist, path)))) return false;
    await places.place(source.place, temporary);
    places.looks.forget(copyOf);
    return true;
  } catch (error) {
    throw explainFailure(error, 'copy', copyOf);
  }
}

/** Writes a small file and waits until the disk has it, for files that everything else hangs on. */
export function writeDurably(file: string, contents: string): void {
  writeFileSync(file, contents, { flag: 'wx' });
  makeDurable(file);
}

/** Waits until the disk has the file's bytes. */
export function makeDurable(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
