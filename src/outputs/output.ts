import type { Podcast } from '../model/project.ts';

/**
 * A file of dist/, as a value. Copies are named, not read, so a two-hour recording never enters memory; contents may be made when
 * they are first asked for.
 */
export type OutputFile =
  | {
      readonly path: string;
      readonly contents: string | Uint8Array;
      /** Makes the contents piece by piece, where they are large: who writes them need not hold the whole. */
      readonly parts?: () => Iterable<Part>;
      /** Whether visitors can search for its words. */
      readonly isSearchable?: boolean;
      /** Of all that the contents are made of (see `keyOf`): where dist/ holds the file under this key, it need not be made. */
      readonly key?: string | undefined;
    }
  | { readonly path: string; readonly copyOf: string };

/** A piece of a file; one with a key need not be made where dist/ holds the file with a piece of this key in it. */
export interface Part {
  readonly key?: string;
  make(): string;
}

/** One kind of thing ppod writes. Pure: a podcast in, files out, one at a time. `path` is relative to dist/, not percent-encoded. */
export interface Output {
  readonly name: string;
  readonly description: string;
  render(podcast: Podcast): Iterable<OutputFile>;
}

/** A file whose contents are made when somebody asks for them, once: a preview asks only for what is looked at. */
export function lazily<T extends string | Uint8Array>(
  path: string,
  make: () => T,
  { isSearchable = false, key }: { readonly isSearchable?: boolean; readonly key?: string | undefined } = {},
): LazyFile<T> {
  return new LazyFile(path, make, isSearchable, key);
}

/** A class, for there are thousands: an object with a getter of its own is slow to make and slow to look into. */
class LazyFile<T extends string | Uint8Array> {
  readonly path: string;
  readonly isSearchable: boolean;
  readonly key: string | undefined;
  readonly #make: () => T;
  #made: T | undefined;

  constructor(path: string, make: () => T, isSearchable: boolean, key: string | undefined) {
    this.path = path;
    this.#make = make;
    this.isSearchable = isSearchable;
    this.key = key;
  }

  get contents(): T {
    this.#made ??= this.#make();
    return this.#made;
  }
}

/** As `lazily`, for a file that grows with the show: nobody holds the whole but who asks for its `contents`. */
export function inParts(path: string, parts: () => Iterable<Part>): OutputFile {
  return Object.assign(
    lazily(path, () => Array.from(parts(), (part) => part.make()).join('')),
    { parts },
  );
}
