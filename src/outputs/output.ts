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
      readonly parts?: () => Iterable<string>;
      /** Whether visitors can search for its words. */
      readonly isSearchable?: boolean;
    }
  | { readonly path: string; readonly copyOf: string };

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
  { isSearchable = false }: { readonly isSearchable?: boolean } = {},
): { readonly path: string; readonly contents: T; readonly isSearchable: boolean } {
  let made: T | undefined;
  return {
    path,
    isSearchable,
    get contents() {
      made ??= make();
      return made;
    },
  };
}

/** As `lazily`, for a file that grows with the show: nobody holds the whole but who asks for its `contents`. */
export function inParts(path: string, parts: () => Iterable<string>): OutputFile {
  return Object.assign(
    lazily(path, () => [...parts()].join('')),
    { parts },
  );
}
