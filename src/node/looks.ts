import { statSync } from 'node:fs';
import { isAbsolute, sep } from 'node:path';
import { fileStamp, isSettled } from './file-stamp.ts';
import { projectFiles } from './project-files.ts';

export interface Look {
  /** See `fileStamp`. */
  readonly stamp: string;
  /** Whether a change to come would show. */
  readonly isSettled: boolean;
}

/**
 * How the files of a show stood when somebody first looked at them. A build looks at each once, however many ask: where one has changed
 * since, the next build will see it.
 */
export class Looks {
  readonly #root: string;
  readonly #started: number;
  readonly #known = new Map<string, Look>();
  readonly #lists = new Map<string, Promise<readonly string[]>>();

  /** `root`: the show's folder, absolute. `started`: when the build began, in milliseconds since 1970 (see `isSettled`). */
  constructor(root: string, started = Date.now()) {
    this.#root = root;
    this.#started = started;
  }

  /** How the file at `path` stands, symbolic links followed. A project path, or an absolute one. */
  at(path: string): Look {
    const known = this.#known.get(path) ?? this.#look(path);
    this.#known.set(path, known);
    return known;
  }

  /** What lies in a folder of the show (see `projectFiles`). */
  list(folder: string): Promise<readonly string[]> {
    const known = this.#lists.get(folder) ?? projectFiles(this.#root).list(folder);
    this.#lists.set(folder, known);
    return known;
  }

  /** Looks again when next asked: a copy that shares its place on the disk gives the original another time of status. */
  forget(path: string): void {
    this.#known.delete(path);
  }

  #look(path: string): Look {
    try {
      const stats = statSync(isAbsolute(path) ? path : `${this.#root}${sep}${path}`, { throwIfNoEntry: false });
      return { stamp: fileStamp(stats), isSettled: isSettled(stats, this.#started) };
    } catch {
      return { stamp: 'hidden', isSettled: false };
    }
  }
}
