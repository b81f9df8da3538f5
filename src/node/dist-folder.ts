import { join, resolve } from 'node:path';
import type { OutputFile } from '../outputs/output.ts';
import { type DistLock, type LockOptions, lockDist } from './dist-lock.ts';
import { manifestName, readManifest } from './dist-manifest.ts';
import { DistFolders, openOutDir, stateFolder } from './dist-paths.ts';
import { findUnclaimed } from './dist-removal.ts';
import { settle } from './dist-settling.ts';
import { stage } from './dist-staging.ts';
import type { KeptOutputs } from './kept-outputs.ts';
import { Looks } from './looks.ts';
import { explainFailure } from './machine-failure.ts';
import { finder } from './project-files.ts';

export interface WriteOptions extends LockOptions {
  /** The feed's path in dist/: it goes last, when everything that it names is there. */
  readonly feed: string;
  /** Without it every file is made. */
  readonly kept?: KeptOutputs | undefined;
  /** How the show's files stand, where somebody has looked. */
  readonly looks?: Looks | undefined;
  /** Called after each output: how many are done, and the path of this one. */
  onProgress?(done: number, path: string): void;
}

/** Paths are relative to dist/, with `/`, in code-unit order. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: number;
  /** What was copied, or would have been if dist/ did not have it: project paths. */
  readonly copied: readonly string[];
  /** Files of an earlier build that this one does not have. */
  readonly removed: readonly string[];
  /**
   * Only when the list of what ppod wrote is missing or damaged: files in the podcast's folders that may be
   * left from an earlier build. They are not touched, and should be looked at: they are public.
   */
  readonly unclaimed: readonly string[];
}

/**
 * Makes the folder `outDir` (relative to `root`, or absolute) hold exactly `files`, beside whatever others put there.
 *
 * All that differs is first finished out of sight; then it is renamed into place, the feed last; then what the
 * new feed no longer names is removed. Killed at any moment, this leaves a whole feed, old or new, with all
 * that it names, and the next build finds every trace. Files that did not change are not touched.
 * `files` is consumed lazily; a fault that it throws leaves dist/ as it was.
 *
 * Throws a `DistRefusal` (nothing was written, on purpose) or a `MachineFailure`.
 */
export async function writeDist(
  root: string,
  outDir: string,
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
  options: WriteOptions,
): Promise<WriteReport> {
  let lock: DistLock | undefined;
  try {
    const dist = openOutDir(root, outDir);
    const folders = new DistFolders(dist);
    folders.check(`${stateFolder}/${manifestName}`);
    lock = await lockDist(join(dist, stateFolder), options);
    const list = join(dist, stateFolder, manifestName);
    const manifest = readManifest(list);
    const { kept, feed, looks = new Looks(resolve(root)) } = options;
    await kept?.open();
    const places = { find: finder(root), looks, dist, scratch: lock.scratch, folders, kept };
    const staged = await stage(places, files, (done, path) => options.onProgress?.(done, path));
    const removed = await settle({ dist, list, folders, lock, manifest, staged, feed });
    kept?.settled();
    const paths = staged.paths.sorted();
    return {
      written: [...staged.changed.keys()].sort(),
      unchanged: paths.length - staged.changed.size,
      copied: staged.copied,
      removed,
      unclaimed: manifest.isTrusted ? [] : findUnclaimed(dist, paths),
    };
  } catch (error) {
    throw explainFailure(error, 'write', outDir);
  } finally {
    lock?.release();
  }
}
