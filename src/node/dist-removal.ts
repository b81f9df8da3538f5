import { lstatSync, readdirSync, realpathSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DistFolders, OutputPaths } from './dist-paths.ts';
import { explainFailure, isSystemError } from './machine-failure.ts';

/**
 * Removes `stale` files from dist/, then the folders that nothing is left in. What lies higher goes first, since
 * feeds and indexes name what lies deeper. Answers the paths of what was there, in code-unit order.
 */
export async function removeStale(
  dist: string,
  stale: readonly string[],
  planned: OutputPaths,
  folders: DistFolders,
): Promise<string[]> {
  const removed: string[] = [];
  for (const path of topDown(stale)) {
    if (folders.kindOf(dirname(path)) === 'folder' && (await remove(dist, path, planned))) removed.push(path);
  }
  for (const folder of topDown(foldersOf(stale)).reverse()) {
    if (folders.kindOf(folder) === 'folder') removeIfEmpty(join(dist, folder));
  }
  return removed.sort();
}

/** By depth, then by code unit. */
export function topDown(paths: Iterable<string>): string[] {
  return [...paths]
    .map((path) => ({ path, depth: path.split('/').length }))
    .sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

/** Files in the folders of `planned` that are not planned. */
export function findUnclaimed(dist: string, planned: readonly string[]): string[] {
  const isPlanned = new Set(planned);
  const tops = new Set(planned.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))));
  return [...tops]
    .flatMap((top) => readdirSync(join(dist, top), { recursive: true, withFileTypes: true, encoding: 'utf8' }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length).replaceAll('\\', '/'))
    .filter((path) => !isPlanned.has(path))
    .sort();
}

/** Windows refuses, for a moment, what a virus scanner or an indexer has open. */
const retryAfterMs = process.platform === 'win32' ? [10, 40, 160, 640, 1280] : [];

export async function patiently(action: () => void): Promise<void> {
  for (const wait of retryAfterMs) {
    try {
      return action();
    } catch (error) {
      if (!isSystemError(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
      await delay(wait);
    }
  }
  action();
}

/** Whether there was such a file to remove. A folder of that name is not what ppod wrote. */
async function remove(dist: string, path: string, planned: OutputPaths): Promise<boolean> {
  const file = join(dist, path);
  try {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there === undefined || there.isDirectory()) return false;
    // Renamed only by case: where the file system ignores case, this is the new file under its old name.
    const twin = planned.get(path);
    if (twin !== undefined && realpathSync.native(file) === realpathSync.native(join(dist, twin))) return false;
    await patiently(() => unlinkSync(file));
    return true;
  } catch (error) {
    throw explainFailure(error, 'remove', path);
  }
}

function foldersOf(paths: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) found.add(folder);
  }
  return found;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it: ours or another's, it stays.
  }
}
