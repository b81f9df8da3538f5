import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Cache } from './cache.ts';

/**
 * The SHA-256 of a file's bytes. It is taken anew unless the file's size, identity and times of change, to the
 * nanosecond, are those of the last time: the system sets the time of change itself on every write.
 */
export async function contentHash(path: string, cache: Cache): Promise<string> {
  const { size, ino, dev, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  const state = [size, dev, ino, mtimeNs, ctimeNs].join(' ');
  const key = `content hash of ${path}`;
  const known = await cache.get(key);
  if (isKnown(known) && known.state === state) return known.hash;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  const digest = hash.digest('hex');
  await cache.set(key, { state, hash: digest });
  return digest;
}

function isKnown(value: unknown): value is { state: string; hash: string } {
  if (typeof value !== 'object' || value === null || !('state' in value) || !('hash' in value)) return false;
  return typeof value.state === 'string' && typeof value.hash === 'string';
}
