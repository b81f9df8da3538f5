/**
 * The few things ppod asks of the outside world. Everything that takes a port is pure apart from it:
 * it never sees `node:fs` or a codec. `src/node/` implements them for a real machine; tests in memory.
 */
import type { AudioInfo, Loudness, MediaFile } from './model/media.ts';

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

/** Listens to whole files, which takes seconds for each that was not measured before. Never throws. */
export interface LoudnessMeter {
  /** Measures the file at `path` as the audio that a probe found it to be. */
  measure(path: string, audio: AudioInfo): Promise<Loudness>;
}

/** Reads the list of what must never be published: the one file that may lie outside the project. */
export interface PrivateList {
  /** The path that the setting PPOD_NEVER_PUBLISH gives; it goes before that of show.md. */
  readonly setting: string | undefined;
  /** The file's bytes, or `undefined` when there is no such file. A relative path begins at the project. */
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface Ports {
  readonly files: ProjectFiles;
  readonly media: MediaProbe;
  /** Absent where nobody asks how loud the audio is. */
  readonly loudness?: LoudnessMeter | undefined;
  /** Without it a show that has such a list cannot be published. */
  readonly privateList?: PrivateList | undefined;
  /** The instant taken as now, in milliseconds since 1970. */
  readonly asOf: number;
}
