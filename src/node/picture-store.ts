import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of a made picture. */
export interface StoredPicture {
  /** The SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  read(): Uint8Array;
}

const day = 24 * 60 * 60 * 1000;
/** How long a picture stays that no build asks for, in milliseconds: longer than most shows pause. */
const keptUnused = 90 * day;

/**
 * Pictures by what they were made from. A file is named for its key and holds the digest of its bytes, then them; its
 * time is the day on which it was last asked for.
 */
export class PictureStore {
  readonly #folder: string;
  #tidied: Promise<void> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What was kept under `key`, if it is whole. */
  get(key: string): StoredPicture | undefined {
    const file = this.#fileOf(key);
    try {
      // Before it is read, so that no other run takes it away in between.
      markUsed(file);
      const known = readFileSync(file);
      return isWhole(known) ? stored(file, hashOf(known)) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a picture under `key`; where the disk keeps nothing, memory does. */
  async keep(key: string, bytes: Uint8Array): Promise<StoredPicture> {
    const file = this.#fileOf(key);
    const digest = createHash('sha256').update(bytes).digest();
    const isKept = await keep(file, Buffer.concat([digest, bytes]));
    // Whoever adds nothing need not take anything away.
    this.#tidied ??= tidy(this.#folder);
    await this.#tidied;
    return isKept ? stored(file, digest.toString('hex')) : { hash: digest.toString('hex'), read: () => bytes };
  }

  #fileOf(key: string): string {
    return join(this.#folder, `${createHash('sha256').update(key).digest('hex')}.picture`);
  }
}

const digestBytes = 32;

function stored(file: string, hash: string): StoredPicture {
  return { hash, read: () => readFileSync(file).subarray(digestBytes) };
}

function isWhole(file: Buffer): boolean {
  return createHash('sha256').update(file.subarray(digestBytes)).digest('hex') === hashOf(file);
}

function hashOf(file: Buffer): string {
  return file.subarray(0, digestBytes).toString('hex');
}

/** A file appears whole or not at all, so several runs may share the folder. */
async function keep(file: string, bytes: Uint8Array): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, file);
    return true;
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
    return false;
  }
}

function markUsed(file: string): void {
  const now = Date.now();
  if (statSync(file).mtimeMs < now - day) utimesSync(file, now / 1000, now / 1000);
}

/** Takes away what nobody asked for in a long time, and what killed runs left half written. */
async function tidy(folder: string): Promise<void> {
  const limit = Date.now() - keptUnused;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    try {
      // Without a pause in which another run could begin to use it.
      if (statSync(file).mtimeMs < limit) rmSync(file);
    } catch {
      // Another run was faster, or the folder is not ours to tidy: what stays does no harm.
    }
  }
}
