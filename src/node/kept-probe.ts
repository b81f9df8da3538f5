import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { MeasuredFile, MediaFile } from '../model/media.ts';
import type { MediaProbe } from '../ports.ts';
import { digestOf } from '../text/digest.ts';
import { type Cache, cacheFolder, diskCache, ofThisCode } from './cache.ts';
import { fileStamp } from './file-stamp.ts';
import type { Looks } from './looks.ts';
import { finder } from './project-files.ts';

/** What was found out about a file at its path, and how it stood then. */
interface Kept {
  readonly stamp: string;
  /** Of a file that takes long to measure: a digest of its size and of parts of it. */
  readonly sample?: string | undefined;
  readonly file: MeasuredFile;
}

/** What this program found out, and of how the file stood as much as has to be the same at its end. */
interface Measured {
  readonly place: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly file: MeasuredFile;
  /** Of an earlier time, where the file was the same. */
  readonly sample: string | undefined;
}

export interface KeptProbe extends MediaProbe {
  /** Keeps what was asked for, and nothing else, for the next program. */
  keep(): Promise<void>;
}

/**
 * A probe that measures a file of the folder `root` again only when it has changed since the last time.
 *
 * What it guarantees: a file whose stamp is that of the last time was not changed (see `fileStamp`). Of the others, one whose
 * measuring means reading all of it, an MP3 without a seek header, counts as the same when its size and sixteen parts of 4 kB, the
 * first and the last among them, are: another recording, another export or another tag differs there. All else is measured anew.
 */
export function keptProbe(
  root: string,
  probe: MediaProbe,
  looks: Looks,
  cache: Cache = ofThisCode(diskCache(cacheFolder())),
): KeptProbe {
  const key = `media of ${root}`;
  const find = finder(root);
  /** What may not be looked at is for the probe to say. */
  const findQuietly = (path: string) => {
    try {
      return find(path);
    } catch {
      return undefined;
    }
  };
  const asked = new Map<string, Kept | Measured>();
  let earlier: Promise<ReadonlyMap<string, Kept>> | undefined;

  const remember = (kind: 'audio' | 'image') => async (path: string) => {
    earlier ??= cache.get(key).then((kept) => new Map(isKept(kept) ? kept : []));
    const name = `${kind} ${path}`;
    const { stamp, isSettled } = looks.at(path);
    const known = (await earlier).get(name);
    if (known?.stamp === stamp) {
      asked.set(name, known);
      return known.file;
    }
    const found = findQuietly(path);
    const sample = found && known && sampleIf(known, found.place);
    const file = known !== undefined && sample !== undefined ? known.file : withDigest(await probe[kind](path));
    const isAsLookedAt = isSettled && found !== undefined && fileStamp(found.stats) === stamp;
    if (isAsLookedAt && file.kind !== 'failed') {
      const { size, mtimeMs } = found.stats;
      asked.set(name, { place: found.place, size, mtimeMs, file, sample });
    }
    return file;
  };

  return {
    audio: remember('audio'),
    image: remember('image'),
    async keep() {
      if ([...asked.values()].every((one) => 'stamp' in one) && (await earlier)?.size === asked.size) return;
      const kept = [...asked].flatMap(([name, one]): [string, Kept][] => {
        if ('stamp' in one) return [[name, one]];
        const { place, size, mtimeMs, file, sample } = one;
        // Building may have given it another time of status: the copy in dist/ can share its place on the disk.
        const now = statSync(place, { throwIfNoEntry: false });
        if (now?.size !== size || now.mtimeMs !== mtimeMs) return [];
        return [
          [name, { stamp: fileStamp(now), file, sample: isDear(file) ? (sample ?? sampleOf(place)) : undefined }],
        ];
      });
      await cache.set(key, kept);
    },
  };
}

function withDigest(file: MediaFile): MeasuredFile {
  return { digest: digestOf(JSON.stringify(file)), ...file };
}

/** The sample of the file at `place`, where it is that of the file that was `known`. */
function sampleIf({ sample }: Kept, place: string): string | undefined {
  return sample !== undefined && sample === sampleOf(place) ? sample : undefined;
}

/** Whether measuring it took reading all of it. */
function isDear(file: MediaFile): boolean {
  return file.kind === 'audio' && file.audio.container === 'mp3' && !file.audio.hasSeekHeader;
}

const parts = 16;
const partBytes = 4096;
const part = Buffer.alloc(partBytes);

function sampleOf(path: string): string | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const hash = createHash('sha256').update(String(size));
      for (let index = 0; index < parts; index++) {
        const start = Math.floor((Math.max(0, size - partBytes) * index) / (parts - 1));
        hash.update(part.subarray(0, readSync(file, part, 0, partBytes, start)));
      }
      return hash.digest('hex');
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** What the cache gives back, the same code put in. */
function isKept(value: unknown): value is [string, Kept][] {
  return Array.isArray(value);
}
