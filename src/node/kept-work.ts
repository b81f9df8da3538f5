import type { Memory } from '../ports.ts';
import { type Cache, cacheFolder, diskCache, ofThisCode } from './cache.ts';

type Kept = readonly [what: string, digest: string, value: unknown];

export interface KeptWork extends Memory {
  /** Keeps what was asked for or worked out, and nothing else, for the next program. */
  keep(): Promise<void>;
}

/** What the last build of the show in the folder `root` worked out, by the same code. */
export async function keptWork(root: string, cache: Cache = ofThisCode(diskCache(cacheFolder()))): Promise<KeptWork> {
  const key = `work on ${root}`;
  const kept = await cache.get(key);
  const earlier = new Map(isKept(kept) ? kept.map((one) => [one[0], one]) : []);
  const used = new Map<string, Kept>();
  return {
    get(what, digest) {
      const one = used.get(what) ?? earlier.get(what);
      if (one?.[1] !== digest) return undefined;
      used.set(what, one);
      return one[2];
    },
    set(what, digest, value) {
      used.set(what, [what, digest, value]);
    },
    keep: () => cache.set(key, [...used.values()]),
  };
}

/** What the cache gives back, the same code put in. */
function isKept(value: unknown): value is readonly Kept[] {
  return Array.isArray(value);
}
