import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ProjectFiles } from '../ports.ts';
import { explainFailure, isSystemError } from './machine-failure.ts';

/**
 * What systems and editors leave beside people's files: names that begin with a dot (.DS_Store, vi's
 * .x.swp), Word's owner files (~$x.docx), backups (x~, #x#), and Windows' Thumbs.db and desktop.ini.
 */
const leftOver = /^(?:\.|~\$)|~$|^#.*#$|^(?:thumbs\.db|desktop\.ini)$/i;

/** A path that is not there, or that no file can have. */
const notThere = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'];

/**
 * The show project in the folder `root`. Left-overs of systems and editors are not listed, nor is
 * anything but files; nothing outside `root` is listed or read, through symbolic links or otherwise.
 * Both methods throw a `MachineFailure` when the machine fails. Texts are read synchronously: for thousands of small files
 * that costs a quarter of the processor time that promises cost.
 */
export function projectFiles(root: string): ProjectFiles {
  const find = finder(root);
  return {
    list: async (folder) => {
      const found: string[] = [];
      try {
        if (find(folder) !== undefined) collect(root, plain(folder), found);
      } catch (error) {
        throw explainFailure(error, 'read', folder);
      }
      return found.sort();
    },
    read: async (path) => {
      try {
        const found = find(path);
        // Anything but a file is not read: a pipe would be waited on for ever.
        return found?.stats.isFile() === true ? readFileSync(found.place) : undefined;
      } catch (error) {
        if (isSystemError(error, ...notThere)) return undefined;
        throw explainFailure(error, 'read', path);
      }
    },
  };
}

/** Something that is there. */
export interface Found {
  /** The true absolute place, symbolic links followed. */
  readonly place: string;
  readonly stats: Stats;
}

/**
 * Finds what lies in the folder `root` and nowhere else. Paths are relative to it and use `/`. Where folders truly are is looked
 * up once: a thousand files in one cost little more than one. Throws what the system throws, such as ENOENT.
 */
export function locator(root: string): (path: string) => Found | 'outside' {
  let base: string | undefined;
  const folders = new Map<string, string>();
  const trueFolder = (folder: string) => {
    const known = folders.get(folder) ?? realpathSync.native(folder);
    folders.set(folder, known);
    return known;
  };
  return (path) => {
    base ??= realpathSync.native(root);
    const wanted = resolve(base, path);
    if (isAbsolute(path) || !isInside(base, wanted)) return 'outside';
    const direct = wanted === base ? base : join(trueFolder(dirname(wanted)), basename(wanted));
    const stats = lstatSync(direct);
    const place = stats.isSymbolicLink() ? realpathSync.native(direct) : direct;
    if (!isInside(base, place)) return 'outside';
    return { place, stats: stats.isSymbolicLink() ? statSync(place) : stats };
  };
}

/** As `locator`, with `undefined` for what is not there, or outside. */
export function finder(root: string): (path: string) => Found | undefined {
  const locate = locator(root);
  return (path) => {
    try {
      const found = locate(path);
      return found === 'outside' ? undefined : found;
    } catch (error) {
      if (isSystemError(error, ...notThere)) return undefined;
      throw error;
    }
  };
}

/** The true absolute place of one `path`, as a `finder` tells it. */
export function resolveInside(root: string, path: string): string | undefined {
  return finder(root)(path)?.place;
}

/** Whether `path` is `folder` or lies below it. Both are absolute. */
export function isInside(folder: string, path: string): boolean {
  // The usual case, without the long way of comparing step by step; both are plain absolute paths.
  if (path.startsWith(folder) && path[folder.length] === sep) return true;
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Symbolic links to folders are not entered: they can lead in circles. */
function collect(root: string, folder: string, found: string[]): void {
  for (const entry of entriesOf(join(root, folder))) {
    if (leftOver.test(entry.name)) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) collect(root, path, found);
    else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(root, path))) found.push(path);
  }
}

function leadsToFile(root: string, path: string): boolean {
  const place = resolveInside(root, path);
  return place !== undefined && statSync(place).isFile();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** `./episodes/` as `episodes`, `.` as nothing. */
function plain(folder: string): string {
  return folder
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}
