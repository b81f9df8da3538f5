import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestName, readManifest } from './dist-manifest.ts';
import { DistFolders, stateFolder } from './dist-paths.ts';
import { isSystemError } from './machine-failure.ts';

/** A dist/ that a build has finished. Paths are relative to it, with `/`. */
export interface FinishedDist {
  /** Absolute. */
  readonly folder: string;
  /** What ppod wrote, with sizes in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** Listed, but no file of this folder (any more). */
  readonly missing: readonly string[];
  /** What others put there. */
  readonly foreign: readonly string[];
  readonly feed: { readonly path: string; readonly text: string };
}

/** Looks at what `ppod build` left in `folder`; `undefined` when that is no finished build. */
export function readFinishedDist(folder: string): FinishedDist | undefined {
  const { paths, isTrusted } = readManifest(join(folder, stateFolder, manifestName));
  if (!isTrusted) return undefined;
  const folders = new DistFolders(folder);
  const files = new Map<string, number>();
  for (const path of paths) {
    const there = lstatSync(join(folder, path), { throwIfNoEntry: false });
    // Through a link, a file from elsewhere on this computer would become public.
    if (there?.isFile() === true && folders.kindOf(dirname(path)) === 'folder') files.set(path, there.size);
  }
  const feed = findFeed(folder, [...files.keys()]);
  if (feed === undefined) return undefined;
  return {
    folder,
    files,
    missing: paths.filter((path) => !files.has(path)),
    foreign: foreignFiles(folder, paths),
    feed,
  };
}

/** Its name is the show's choice; it lies at the top and begins as a feed does. */
function findFeed(folder: string, paths: readonly string[]): FinishedDist['feed'] | undefined {
  for (const path of paths) {
    if (path.includes('/') || /\.(?:html|txt)$/.test(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    if (/^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<rss[\s>]/.test(text)) return { path, text };
  }
  return undefined;
}

function foreignFiles(folder: string, paths: readonly string[]): string[] {
  const own = new Set(paths);
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
      .filter((path) => !own.has(path) && !path.startsWith(`${stateFolder}/`))
      .sort();
  } catch (error) {
    if (isSystemError(error, 'EACCES', 'EPERM')) return [];
    throw error;
  }
}
