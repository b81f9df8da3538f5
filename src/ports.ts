/**
 * The few things ppod asks of the outside world. Everything that takes a port is pure apart from it:
 * it never sees `node:fs` or a codec. `src/node/` implements them for a real machine; tests in memory.
 */
import type { MediaFile } from './model/media.ts';

/** The show project, read-only. Paths are relative to the project root and use `/` on every platform. */
export interface ProjectFiles {
  /** Every file below `folder`, sorted by code unit; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The file's bytes, or `undefined` when there is no such file. Throws only when the machine fails. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** Measures audio and pictures by their bytes. Never throws for what a file contains. */
export interface MediaProbe {
  audio(path: string): Promise<MediaFile>;
  image(path: string): Promise<MediaFile>;
}

export interface Ports {
  readonly files: ProjectFiles;
  readonly media: MediaProbe;
  /** The instant taken as now, in milliseconds since 1970. */
  readonly asOf: number;
}
