import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { type Cache, cacheFolder, diskCache } from './cache.ts';
import { concurrently } from './concurrently.ts';
import { contentHash } from './content-hash.ts';
import { explainFailure, MachineFailure } from './machine-failure.ts';
import type { ObjectHeaders, ObjectStore, StoredObject, StoredPart } from './object-store.ts';

/** A file of this machine, as it was when its checksum was taken. */
export interface LocalFile {
  /** Absolute. */
  readonly file: string;
  /** As the user knows it. */
  readonly name: string;
  readonly bytes: number;
}

export interface UploadTask extends LocalFile {
  readonly key: string;
  readonly headers: ObjectHeaders;
  /** Whether the object that is there is this file, served as it should be. */
  readonly isSame: (found: StoredObject) => boolean;
}

export interface UploadOptions {
  /** Bytes of a part; a store asks for 5 MiB at least. */
  readonly partBytes?: number;
  /** Parts of one file on their way at the same time. */
  readonly concurrency?: number;
  /** Told of bytes that need not be sent any more. */
  readonly onSent?: (bytes: number) => void;
}

/** What is no larger is sent in one piece; larger files in pieces of this size. So no more of a recording is in memory. Bytes. */
export const partBytes = 8 * 1024 * 1024;

/** A store takes no more parts of one object than this. */
const mostParts = 10_000;

/** Smaller files are read again sooner than looked up. Bytes. */
const worthRemembering = 1_000_000;

const forgetful: Cache = { get: async () => undefined, set: async () => undefined };

/** The SHA-256 of the file; of a large one from an earlier run, as long as nothing has written to it since. */
export async function checksumOf({ file, name, bytes }: LocalFile): Promise<string> {
  try {
    return await contentHash(file, bytes < worthRemembering ? forgetful : diskCache(cacheFolder()));
  } catch (error) {
    throw explainFailure(error, 'read', name);
  }
}

/**
 * Sends a file, in parts when it is large. Parts that arrived in an earlier run are not sent again: the store's MD5 of each
 * says whether it is this file's. Throws a `MachineFailure`, also when the file changes on the way: then no object is made of it.
 */
export async function upload(store: ObjectStore, task: UploadTask, options: UploadOptions = {}): Promise<void> {
  const limit = options.partBytes ?? partBytes;
  const handle = await open(task.file).catch((error: unknown) => {
    throw explainFailure(error, 'read', task.name);
  });
  try {
    // What is packed is a text, of which there is never so much.
    const isPacked = task.headers.contentEncoding !== undefined;
    if (task.bytes > limit && !isPacked)
      return await uploadInParts(store, task, handle, { ...options, partBytes: limit });
    const body = await readPart(handle, task, 0, task.bytes);
    if (createHash('sha256').update(body).digest('hex') !== task.headers.sha256) throw changed(task);
    await store.put(task.key, isPacked ? gzipSync(body, { level: 9 }) : body, task.headers);
    options.onSent?.(task.bytes);
  } finally {
    await handle.close();
  }
}

async function uploadInParts(
  store: ObjectStore,
  task: UploadTask,
  handle: FileHandle,
  options: UploadOptions & { readonly partBytes: number },
): Promise<void> {
  const [begun, ...others] = await store.openUploads(task.key);
  for (const id of others) await store.dropUpload(task.key, id);
  // An earlier transfer may have been begun for another state of the file, or be finished or given up by somebody else
  // meanwhile: what is there in the end decides. Then a transfer of our own settles it.
  for (const id of begun === undefined ? [undefined] : [begun, undefined]) {
    try {
      await sendParts(store, task, handle, { ...options, uploadId: id });
    } catch (error) {
      if (!(error instanceof MachineFailure && error.code === 'NoSuchUpload')) throw error;
    }
    const found = await store.head(task.key);
    if (found !== undefined && task.isSame(found)) return;
  }
  throw new MachineFailure(
    `The store does not keep ${task.name} as it was sent.`,
    'Check that no other program publishes to the same place, then run ppod publish again.',
    'STORE',
  );
}

async function sendParts(
  store: ObjectStore,
  task: UploadTask,
  handle: FileHandle,
  {
    uploadId,
    partBytes: asked,
    concurrency = 4,
    onSent,
  }: UploadOptions & { readonly partBytes: number; readonly uploadId: string | undefined },
): Promise<void> {
  const { key, bytes } = task;
  const size = Math.max(asked, Math.ceil(bytes / mostParts));
  const arrived = uploadId === undefined ? new Map<number, StoredPart>() : await store.parts(key, uploadId);
  const id = uploadId ?? (await store.startUpload(key, task.headers));
  const numbers = Array.from({ length: Math.ceil(bytes / size) }, (_, index) => index + 1);
  const parts: StoredPart[] = [];
  await concurrently(numbers, concurrency, async (number) => {
    const start = (number - 1) * size;
    const body = await readPart(handle, task, start, Math.min(size, bytes - start));
    const there = arrived.get(number);
    const isThere = there?.etag === createHash('md5').update(body).digest('hex');
    parts[number - 1] = isThere ? there : await store.putPart(key, id, number, body);
    onSent?.(body.length);
  });
  if ((await checksumOf(task)) !== task.headers.sha256) {
    await store.dropUpload(key, id);
    throw changed(task);
  }
  await store.finishUpload(key, id, parts);
}

async function readPart(handle: FileHandle, task: LocalFile, start: number, length: number): Promise<Buffer> {
  const body = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await handle.read(body, filled, length - filled, start + filled).catch((error: unknown) => {
      throw explainFailure(error, 'read', task.name);
    });
    if (bytesRead === 0) throw changed(task);
    filled += bytesRead;
  }
  return body;
}

function changed({ name }: LocalFile): MachineFailure {
  return new MachineFailure(
    `${name} changed while it was being published.`,
    'Let the build finish, then run ppod publish again.',
    'ESTALE',
  );
}
