import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { digestOf } from '../text/digest.ts';
import { codeStamp } from './file-stamp.ts';

/** A place that remembers what was dear to find out. It may forget at any time, and never says anything wrong. */
export interface Cache {
  /** What was last kept under `key`, or `undefined`. */
  get(key: string): Promise<unknown>;
  /** Keeps a value that JSON can hold. Where the disk will not have it, nothing is kept. */
  set(key: string, value: unknown): Promise<void>;
}

/** The folder for such things on this machine: `PPOD_CACHE`, else where the system keeps what may be deleted. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const own = env['PPOD_CACHE'];
  if (own !== undefined && own !== '') return own;
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'ppod');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ppod');
  const shared = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(shared) ? shared : join(homedir(), '.cache'), 'ppod');
}

/**
 * A cache in `folder`, one file for each key. A file appears whole or not at all, so several runs may share the folder;
 * one that is damaged, or was written under another key, counts as absent.
 */
export function diskCache(folder: string): Cache {
  const place = (key: string) => {
    const name = createHash('sha256').update(key).digest('hex');
    return join(folder, name.slice(0, 2), `${name.slice(2)}.json`);
  };
  return {
    async get(key) {
      try {
        const bytes = readFileSync(place(key));
        const entry = bytes.subarray(0, bytes.lastIndexOf('\n'));
        if (bytes.toString('utf8', entry.length + 1) !== digestOf(entry)) return undefined;
        const kept: unknown = JSON.parse(entry.toString());
        return isEntry(kept) && kept.key === key ? kept.value : undefined;
      } catch {
        return undefined;
      }
    },
    async set(key, value) {
      const file = place(key);
      const draft = `${file}.${randomUUID()}`;
      try {
        // Of a large show it is tens of megabytes: as bytes it is held once, and not once more for each step.
        const entry = Buffer.from(JSON.stringify({ key, value }));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(draft, entry, { flag: 'wx' });
        appendFileSync(draft, `\n${digestOf(entry)}`);
        renameSync(draft, file);
      } catch {
        discard(draft);
      }
    },
  };
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where it could not be written it is not there.
  }
}

/** The same cache for what is of use only to the code that kept it: what other code kept counts as absent, and is replaced. */
export function ofThisCode(cache: Cache): Cache {
  return {
    get: async (key) => {
      const kept = await cache.get(key);
      return isOfCode(kept) && kept.code === codeStamp() ? kept.value : undefined;
    },
    set: async (key, value) => await cache.set(key, { code: codeStamp(), value }),
  };
}

function isEntry(entry: unknown): entry is { key: unknown; value: unknown } {
  return typeof entry === 'object' && entry !== null && 'key' in entry && 'value' in entry;
}

function isOfCode(kept: unknown): kept is { code: unknown; value: unknown } {
  return typeof kept === 'object' && kept !== null && 'code' in kept && 'value' in kept;
}
