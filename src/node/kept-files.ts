import { readFileSync } from 'node:fs';
import type { Memory, ProjectFiles, SourceFile } from '../ports.ts';
import { digestOf } from '../text/digest.ts';
import { Latest } from '../text/latest.ts';
import type { Looks } from './looks.ts';
import { explainFailure, MachineFailure } from './machine-failure.ts';
import { type Found, finder, projectFiles } from './project-files.ts';

/** Files that are being read side by side: more than are, unless somebody asks for more. */
const mostAtOnce = 16;

/**
 * The files of the show in the folder `root`, as `projectFiles` finds them. The bytes of one that stands as it stood when `memory` was
 * told of them are read only when somebody asks for them.
 */
export function keptFiles(root: string, looks: Looks, memory: Memory): Required<ProjectFiles> {
  const shared = { find: finder(root), memory, latest: new Latest<SourceFile, Uint8Array>(mostAtOnce) };
  return {
    ...projectFiles(root),
    list: (folder) => looks.list(folder),
    open: async (path) => {
      const { stamp, isSettled } = looks.at(path);
      const digest = isSettled ? memory.get(bytesOf(path), stamp) : undefined;
      if (typeof digest === 'string') return new OpenedFile(shared, path, { digest });
      const place = placeOf(path, shared.find);
      return place === undefined
        ? undefined
        : new OpenedFile(shared, path, { place, stamp: isSettled ? stamp : undefined });
    },
  };
}

interface Shared {
  readonly find: (path: string) => Found | undefined;
  readonly memory: Memory;
  /** The bytes that were read last: a file whose digest is asked for is often asked for its text soon after. */
  readonly latest: Latest<SourceFile, Uint8Array>;
}

/** What is known of a file that was not read yet. `stamp`: how it stands, where a change to come would show. */
type KnownOf = { readonly digest: string } | { readonly place: string; readonly stamp: string | undefined };

/** A class, for thousands are held at a time. */
class OpenedFile implements SourceFile {
  readonly #shared: Shared;
  readonly #path: string;
  #known: KnownOf;

  constructor(shared: Shared, path: string, known: KnownOf) {
    this.#shared = shared;
    this.#path = path;
    this.#known = known;
  }

  get digest(): string {
    if ('digest' in this.#known) return this.#known.digest;
    const { stamp } = this.#known;
    const digest = digestOf(this.read());
    if (stamp !== undefined) this.#shared.memory.set(bytesOf(this.#path), stamp, digest);
    this.#known = { digest };
    return digest;
  }

  read(): Uint8Array {
    return this.#shared.latest.of(this, () => this.#readBytes());
  }

  #readBytes(): Uint8Array {
    const known = this.#known;
    const place = 'place' in known ? known.place : placeOf(this.#path, this.#shared.find);
    const bytes = place === undefined ? undefined : bytesAt(place, this.#path);
    if (bytes !== undefined && (!('digest' in known) || digestOf(bytes) === known.digest)) return bytes;
    const message = `${this.#path} was changed while ppod was at work.`;
    throw new MachineFailure(message, 'Run ppod again.', 'ESTALE');
  }
}

/** Where the file is in truth. Anything but a file is not read: a pipe would be waited on for ever. */
function placeOf(path: string, find: Shared['find']): string | undefined {
  try {
    const found = find(path);
    return found?.stats.isFile() === true ? found.place : undefined;
  } catch (error) {
    throw explainFailure(error, 'read', path);
  }
}

function bytesAt(place: string, path: string): Uint8Array {
  try {
    return readFileSync(place);
  } catch (error) {
    throw explainFailure(error, 'read', path);
  }
}

function bytesOf(path: string): string {
  return `bytes of ${path}`;
}
