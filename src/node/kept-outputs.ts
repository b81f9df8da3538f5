import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { type Cache, cacheFolder, diskCache, ofThisCode } from './cache.ts';
import { fileStamp } from './file-stamp.ts';

/** Where a piece begins in its file, and how long it is. Bytes. */
export interface Piece {
  readonly start: number;
  readonly length: number;
}

/** A file of dist/ as it was left, by the keys of what it was made of. */
interface Kept {
  readonly stamp: string;
  readonly key?: string | undefined;
  readonly pieces?: readonly (readonly [key: string, start: number, length: number])[] | undefined;
}

/**
 * What dist/ holds, and what each file of it was made of: a file that nobody touched, and that would be made of the same, is not
 * made again. It counts as untouched when its stamp is that of the last build (see `fileStamp`).
 */
export class KeptOutputs {
  readonly #dist: string;
  readonly #cache: Cache;
  readonly #name: string;
  #earlier: ReadonlyMap<string, Kept> = new Map();
  readonly #now = new Map<string, Omit<Kept, 'stamp'> & Partial<Kept>>();
  #kept: ReadonlyMap<string, Kept> = new Map();

  /** `dist`: absolute. */
  constructor(dist: string, cache: Cache = ofThisCode(diskCache(cacheFolder()))) {
    this.#dist = dist;
    this.#cache = cache;
    this.#name = `outputs in ${dist}`;
  }

  async open(): Promise<void> {
    const kept = await this.#cache.get(this.#name);
    // What the cache gives back, the same code put in.
    if (Array.isArray(kept)) this.#earlier = new Map(kept as [string, Kept][]);
  }

  /** Whether the file at `path` of dist/, which stands as `there`, was made under `key`. It will be, after this build. */
  holds(path: string, key: string, there: Stats | undefined): boolean {
    const kept = this.#untouched(path, there);
    const holds = kept?.key === key;
    this.#now.set(path, holds ? kept : { key });
    return holds;
  }

  /** The pieces that the file at `path` of dist/, which stands as `there`, has under their keys. */
  piecesOf(path: string, there: Stats | undefined): ReadonlyMap<string, Piece> {
    const pieces = this.#untouched(path, there)?.pieces ?? [];
    return new Map(pieces.map(([key, start, length]) => [key, { start, length }]));
  }

  /** Notes the pieces that the file at `path` will have after this build. */
  setPieces(path: string, pieces: ReadonlyMap<string, Piece>): void {
    this.#now.set(path, { pieces: Array.from(pieces, ([key, { start, length }]) => [key, start, length] as const) });
  }

  /** Notes how the files stand, as soon as all are in place and before another build may touch them. */
  settled(): void {
    const kept = new Map<string, Kept>();
    for (const [path, { stamp = this.#look(path), key, pieces }] of this.#now) kept.set(path, { stamp, key, pieces });
    this.#kept = kept;
    this.#now.clear();
  }

  /** How the file at `path` stood at the end of this build (see `fileStamp`), where that is known. */
  stampOf(path: string): string | undefined {
    return this.#kept.get(path)?.stamp;
  }

  /** Keeps it for the next build. */
  async keep(): Promise<void> {
    await this.#cache.set(this.#name, [...this.#kept]);
  }

  #untouched(path: string, there: Stats | undefined): Kept | undefined {
    const kept = this.#earlier.get(path);
    return there !== undefined && kept?.stamp === fileStamp(there) ? kept : undefined;
  }

  #look(path: string): string {
    return fileStamp(lstatSync(join(this.#dist, path), { throwIfNoEntry: false }));
  }
}
