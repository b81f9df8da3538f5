import type { Podcast } from '../model/project.ts';

/** A file of dist/, as a value. Copies are named, not read, so a two-hour recording never enters memory. */
export type OutputFile =
  | {
      readonly path: string;
      readonly contents: string | Uint8Array;
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
