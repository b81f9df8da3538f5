/**
 * The few things ppod asks of the outside world. Everything that takes a port is pure apart from it:
 * it never sees `node:fs` or a codec. `src/node/` implements them for a real machine; tests in memory.
 */
import type { MadePicture } from './model/illustrations.ts';
import type { AudioInfo, Loudness, MediaFile } from './model/media.ts';

/** The show project, read-only. Paths are relative to the project root and use `/` on every platform. */
export interface ProjectFiles {
  /** Every file below `folder`, sorted by code unit; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The file's bytes, or `undefined` when there is no such file. Throws only when the machine fails. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** As `read`, for a file whose bytes perhaps nobody needs. Without it every file is read at once. */
  open?(path: string): Promise<SourceFile | undefined>;
}

/** A file of the show project. */
export interface SourceFile {
  /** Of its bytes (see `digestOf`). */
  readonly digest: string;
  /** The bytes that have this digest, read when they are asked for. Throws when the machine fails, or the file has changed since. */
  read(): Uint8Array;
}

/** Measures audio and pictures by their bytes. Never throws for what a file contains. */
export interface MediaProbe {
  audio(path: string): Promise<MediaFile>;
  image(path: string): Promise<MediaFile>;
}

/** Measures audio on other servers, asking for as few parts of it as its format needs. */
export interface RemoteAudioProbe {
  /**
   * Measures what is at `url`. Never throws for what a server does. `onPart` is told, of a file that has to be read at
   * length, how many of its bytes have been.
   */
  audio(url: string, onPart?: (bytes: number, total: number) => void): Promise<MediaFile>;
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

/** What stands on the picture that is shown where somebody shares an episode. Texts are plain. */
export interface SocialCard {
  readonly show: string;
  readonly title: string;
  /** Below the title: number, guests. */
  readonly lines: readonly string[];
  /** Project path of the picture. */
  readonly artwork: string;
  readonly colours: { readonly page: string; readonly text: string; readonly muted: string; readonly accent: string };
  readonly isRightToLeft: boolean;
}

/** Makes pictures out of pictures, once for the same bytes. Needs a package that not every machine can have. */
export interface Pictures {
  isReady(): Promise<boolean>;
  /** The picture at `path` in every size (pixels) as AVIF, WebP and JPEG; nothing where that cannot be done. */
  resize(path: string, sizes: readonly PictureSize[]): Promise<readonly MadePicture[]>;
  /** A PNG of 1200 × 630 pixels. Throws when the machine fails. */
  drawCard(card: SocialCard): Promise<MadePicture>;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Makes the index with which visitors search the pages. Needs a package that not every machine can have. */
export interface SearchIndexer {
  isReady(): Promise<boolean>;
  open(): Promise<SearchIndex>;
}

export interface SearchIndex {
  /** `url`: where the page goes, relative to dist/, ending in `/`. */
  add(page: { readonly url: string; readonly html: string }): Promise<void>;
  /** The files of the index, sorted by name: the same for the same pages in the same order. */
  finish(): Promise<readonly { readonly name: string; readonly contents: Uint8Array }[]>;
  /** Frees everything, at any moment. */
  close(): Promise<void>;
}

/**
 * What earlier builds worked out. It may forget at any time, and never gives back anything but what the same code put in under
 * the same digest.
 */
export interface Memory {
  /** What was last kept about `what`, if it was kept under `digest`; else `undefined`. */
  get(what: string, digest: string): unknown;
  /** Keeps a value that JSON can hold, in place of what was known about `what`. */
  set(what: string, digest: string, value: unknown): void;
}

export interface Ports {
  readonly files: ProjectFiles;
  readonly media: MediaProbe;
  /** Without it audio at web addresses cannot be published, unless its facts are stated. */
  readonly remoteAudio?: RemoteAudioProbe | undefined;
  /** Absent where nobody asks how loud the audio is. */
  readonly loudness?: LoudnessMeter | undefined;
  /** Listens to the episodes whose pages draw their sound. */
  readonly waveforms?: LoudnessMeter | undefined;
  /** Without it pages show pictures in their full size, and there are no social cards. */
  readonly pictures?: Pictures | undefined;
  /** Without it pages cannot be searched. */
  readonly search?: SearchIndexer | undefined;
  /** Without it everything is worked out anew. */
  readonly memory?: Memory | undefined;
  /** Without it a show that has such a list cannot be published. */
  readonly privateList?: PrivateList | undefined;
  /** The instant taken as now, in milliseconds since 1970. */
  readonly asOf: number;
}
