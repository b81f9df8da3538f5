import { lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { DistRefusal } from './dist-refusal.ts';
import { isSystemError } from './machine-failure.ts';
import { isInside } from './project-files.ts';

/** The folder in dist/ that holds ppod's own notes: what it wrote, who is writing, what is half written. */
export const stateFolder = '.ppod';

/** What makes the show; the podcast is never written among it. */
const sources = ['show.md', 'episodes', 'media', 'src', 'node_modules', '.git'];

/**
 * Creates the folder `outDir` (relative to `root`, or absolute) if need be and answers its true absolute path.
 * Throws a `DistRefusal` when it is the project itself, holds the project, or lies among the show's files.
 */
export function openOutDir(root: string, outDir: string): string {
  const project = realpathSync.native(root);
  const folder = truePath(resolve(project, outDir));
  const source = sources.find((name) => {
    const place = truePath(join(project, name));
    return isInside(folder, place) || isInside(place, folder);
  });
  if (isInside(folder, project) || source !== undefined) {
    throw new DistRefusal(
      'out-folder',
      `The podcast cannot be written to ${outDir}: that folder ${
        isInside(folder, project) ? 'holds the show project itself' : `is part of the show's own files (${source})`
      }.`,
      'Name a folder of its own with --out, such as dist.',
    );
  }
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new DistRefusal(
      'out-folder',
      `The podcast cannot be written to ${outDir}: there is a file of that name.`,
      'Name a folder with --out, or move the file away.',
    );
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The path with symbolic links followed, as far as it exists. */
function truePath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT', 'ENOTDIR') || dirname(path) === path) throw error;
    return join(truePath(dirname(path)), basename(path));
  }
}

/** What most paths look like: the same to every file system. Each is looked at several times in a build. */
const plain = /^[a-z\d][a-z\d_-]*(?:[./][a-z\d][a-z\d_-]*)*$/;

/** Whether `path` names a place below dist/ on every platform, outside ppod's own folder. */
export function isOutputPath(path: string): boolean {
  if (plain.test(path)) return true;
  const segments = path.split('/');
  return (
    !/[\p{Cc}\\]/u.test(path) &&
    // Windows drops dots and spaces at the end of a name: to it, ".. " is "..".
    segments.every((segment) => /[^. ]/.test(segment)) &&
    fold(segments[0] ?? '').replace(/[. ]+$/, '') !== stateFolder
  );
}

/** The path as file systems that ignore case and Unicode form see it. */
function fold(path: string): string {
  return plain.test(path) ? path : path.normalize('NFC').toLowerCase();
}

/** The paths of one build. Refuses what leaves dist/ and what would collide on any file system. */
export class OutputPaths {
  readonly #files = new Map<string, string>();
  /** Every folder that a path goes through, with that path. */
  readonly #folders = new Map<string, string>();

  add(path: string): void {
    if (!isOutputPath(path)) {
      throw new DistRefusal(
        'path',
        `ppod may not write a file called ${JSON.stringify(path)}.`,
        'Rename the episode or media file that it is made from.',
      );
    }
    const key = fold(path);
    const other = this.#files.get(key) ?? this.#folders.get(key) ?? this.#claimFolders(path, key);
    if (other !== undefined) {
      throw new DistRefusal(
        'clash',
        `Two files of the podcast would overwrite each other: ${other} and ${path}.`,
        'Rename one of the episodes or media files that they are made from.',
      );
    }
    this.#files.set(key, path);
  }

  /** The output that `path` is or would be mistaken for. */
  get(path: string): string | undefined {
    return this.#files.get(fold(path));
  }

  /** In code-unit order. */
  sorted(): string[] {
    return [...this.#files.values()].sort();
  }

  #claimFolders(path: string, key: string): string | undefined {
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const folder = key.slice(0, end);
      if (this.#folders.has(folder)) return undefined;
      const file = this.#files.get(folder);
      if (file !== undefined) return file;
      this.#folders.set(folder, path);
    }
    return undefined;
  }
}

type Kind = 'folder' | 'missing' | 'other';

/** The folders inside dist/, each looked at once. */
export class DistFolders {
  readonly #dist: string;
  readonly #known = new Map<string, Kind>([['.', 'folder']]);
  /** Folders of which everything that lies in them is known. */
  readonly #listed = new Set<string>();

  constructor(dist: string) {
    this.#dist = dist;
  }

  /** What stands at `folder` (relative, `.` for dist itself). A symbolic link is `other`: it may lead anywhere. */
  kindOf(folder: string): Kind {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const kindOfParent = this.kindOf(parent);
    if (kindOfParent === 'folder') this.#list(parent);
    const kind = kindOfParent === 'folder' ? (this.#known.get(folder) ?? this.#look(folder)) : kindOfParent;
    this.#known.set(folder, kind);
    return kind;
  }

  /** Throws a `DistRefusal` when a file at `path` would not lie in dist/, or could not be put there. */
  check(path: string): void {
    if (this.kindOf(dirname(path)) === 'other') {
      throw new DistRefusal(
        'path',
        `${path} cannot be written: ${dirname(path)} in the output folder is a link or a file, where ppod needs a folder.`,
        `Delete ${dirname(path)} from the output folder, then build again.`,
      );
    }
  }

  /** Makes the folder of `path`. */
  make(path: string): void {
    const folder = dirname(path);
    if (this.kindOf(folder) === 'folder') return;
    mkdirSync(join(this.#dist, folder), { recursive: true });
    this.#known.set(folder, 'folder');
  }

  /** Notes of what kind all is that lies in `folder`: to look at each of a thousand folders takes ten times as long. */
  #list(folder: string): void {
    if (this.#listed.has(folder)) return;
    this.#listed.add(folder);
    try {
      for (const entry of readdirSync(join(this.#dist, folder), { withFileTypes: true })) {
        this.#known.set(posix.join(folder, entry.name), entry.isDirectory() ? 'folder' : 'other');
      }
    } catch {
      // This account may go through the folder and not list it: then each is looked at.
    }
  }

  /** For a name that is not in the list as it is spelt here; to some file systems it may be another spelling of one that is. */
  #look(folder: string): Kind {
    const there = lstatSync(join(this.#dist, folder), { throwIfNoEntry: false });
    if (there === undefined) return 'missing';
    return there.isDirectory() ? 'folder' : 'other';
  }
}
