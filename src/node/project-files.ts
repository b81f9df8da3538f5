import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
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
 * Both methods throw a `MachineFailure` when the machine fails.
 */
export function projectFiles(root: string): ProjectFiles {
  return {
    list: async (folder) => {
      const found: string[] = [];
      try {
        if (resolveInside(root, folder) !== undefined) collect(root, plain(folder), found);
      } catch (error) {
        throw explainFailure(error, 'read', folder);
      }
      return found.sort();
    },
    read: async (path) => {
      try {
        const file = resolveInside(root, path);
        // Anything but a file is not read: a pipe would be waited on for ever.
        return file !== undefined && statSync(file).isFile() ? await readFile(file) : undefined;
      } catch (error) {
        if (isSystemError(error, ...notThere)) return undefined;
        throw explainFailure(error, 'read', path);
      }
    },
  };
}

/**
 * The true absolute place of `path`, symbolic links followed; `undefined` when there is nothing, or when
 * it lies outside `root`. `path` is relative to `root` and uses `/`.
 */
export function resolveInside(root: string, path: string): string | undefined {
  try {
    if (isAbsolute(path)) return undefined;
    const base = realpathSync.native(root);
    const place = realpathSync.native(resolve(base, path));
    return isInside(base, place) ? place : undefined;
  } catch (error) {
    if (isSystemError(error, ...notThere)) return undefined;
    throw error;
  }
}

/** Whether `path` is `folder` or lies below it. Both are absolute. */
export function isInside(folder: string, path: string): boolean {
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
