import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DistLock } from './dist-lock.ts';
import { formatManifest, type Manifest } from './dist-manifest.ts';
import type { DistFolders } from './dist-paths.ts';
import { patiently, removeStale, topDown } from './dist-removal.ts';
import { makeDurable, type Staged, writeDurably } from './dist-staging.ts';

interface Settling {
  readonly dist: string;
  /** Where the list of what ppod wrote is kept. */
  readonly list: string;
  readonly folders: DistFolders;
  readonly lock: DistLock;
  readonly manifest: Manifest;
  readonly staged: Staged;
  readonly feed: string;
}

/**
 * The part of a build that changes dist/: a few renames and removals. Until the new feed is in place,
 * whatever the old feed names stays. Answers the paths removed, in code-unit order.
 */
export async function settle({ dist, list, folders, lock, manifest, staged, feed }: Settling): Promise<string[]> {
  const paths = staged.paths.sorted();
  const planned = new Set(paths);
  if (!planned.has(feed)) throw new Error(`no output is called ${feed}`);

  // While files move, the list names the old and the new, so that a build cut off here leaves none that nobody knows.
  const isSame = paths.length === manifest.paths.length && paths.every((path, at) => path === manifest.paths[at]);
  const listed = isSame ? manifest.text : undefined;
  const during = listed ?? formatManifest(new Set([...manifest.paths, ...paths]));
  const after = listed ?? formatManifest(paths);
  const lists = { during: join(lock.scratch, 'during'), after: join(lock.scratch, 'after') };
  if (during !== manifest.text) writeDurably(lists.during, during);
  if (after !== during) writeDurably(lists.after, after);
  const stagedFeed = staged.changed.get(feed);
  if (stagedFeed !== undefined) makeDurable(stagedFeed);

  lock.confirm();
  if (during !== manifest.text) await replace(lists.during, list);
  await moveIn(dist, folders, staged.changed, feed);
  const stale = manifest.paths.filter((path) => !planned.has(path));
  const removed = await removeStale(dist, stale, staged.paths, folders);
  if (after !== during) await replace(lists.after, list);
  return removed;
}

/** Folders first, since making them may fail for lack of room; then the deepest files, so that indexes follow; the feed last. */
async function moveIn(dist: string, folders: DistFolders, changed: Staged['changed'], feed: string): Promise<void> {
  const order = topDown(changed.keys()).reverse();
  for (const path of order) folders.make(path);
  for (const path of [...order.filter((path) => path !== feed), feed]) {
    const temporary = changed.get(path);
    if (temporary !== undefined) await replace(temporary, join(dist, path));
  }
}

async function replace(temporary: string, target: string): Promise<void> {
  await patiently(() => renameSync(temporary, target));
}
