import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of a made picture. */
export interface StoredPicture {
  /** The SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  read(): Uint8Array;
}

/** Pictures by what they were made from. A file is named for its key and holds the digest of its bytes, then them. */
export class PictureStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What was kept under `key`; or what `make` makes, kept from now on. Where the disk keeps nothing, memory does. */
  async getOrMake(key: string, make: () => Promise<Uint8Array>): Promise<StoredPicture> {
    const file = join(this.#folder, `${createHash('sha256').update(key).digest('hex')}.picture`);
    const known = await readFile(file).catch(() => undefined);
    if (known !== undefined && isWhole(known)) return stored(file, hashOf(known));
    const bytes = await make();
    const digest = createHash('sha256').update(bytes).digest();
    const isKept = await keep(file, Buffer.concat([digest, bytes]));
    return isKept ? stored(file, digest.toString('hex')) : { hash: digest.toString('hex'), read: () => bytes };
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
