import { type BigIntStats, constants, copyFileSync, linkSync, statSync, utimesSync } from 'node:fs';
import { copyFile, type FileHandle, open } from 'node:fs/promises';

const sampleBytes = 64 * 1024;
const blockBytes = 256 * 1024;

/**
 * Whether the regular file `target` already holds what `source` holds, without reading a long recording twice:
 * the same file under two names does; of the same size and time, head, middle and tail decide; of the same
 * size but another time, every byte. Memory does not grow with the file.
 */
export async function isSameMedia(source: string, target: string): Promise<boolean> {
  const there = statSync(target, { bigint: true });
  const wanted = statSync(source, { bigint: true });
  if (there.dev === wanted.dev && there.ino === wanted.ino) return true;
  if (there.size !== wanted.size) return false;
  const size = Number(wanted.size);
  return sameBytes(source, target, isSameTime(there, wanted) ? samples(size) : blocks(size));
}

/** Whether two regular files hold the same bytes, all of them read. */
export async function isSameContent(a: string, b: string): Promise<boolean> {
  const { size } = statSync(a);
  return statSync(b).size === size && sameBytes(a, b, blocks(size));
}

/** To the millisecond: less of a time may survive being set on a copy. */
function isSameTime(a: BigIntStats, b: BigIntStats): boolean {
  const apart = a.mtimeNs - b.mtimeNs;
  return apart < 1_000_000n && apart > -1_000_000n;
}

type Span = readonly [start: number, length: number];

function samples(size: number): Span[] {
  if (size <= 3 * sampleBytes) return [[0, size]];
  return [0, Math.floor((size - sampleBytes) / 2), size - sampleBytes].map((start) => [start, sampleBytes]);
}

function* blocks(size: number): Iterable<Span> {
  for (let start = 0; start < size; start += blockBytes) yield [start, Math.min(blockBytes, size - start)];
}

async function sameBytes(a: string, b: string, spans: Iterable<Span>): Promise<boolean> {
  const first = await open(a);
  try {
    const second = await open(b);
    try {
      const buffers = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)] as const;
      for (const [start, length] of spans) {
        const [left, right] = await Promise.all([
          readSpan(first, start, buffers[0].subarray(0, length)),
          readSpan(second, start, buffers[1].subarray(0, length)),
        ]);
        if (!left.equals(right)) return false;
      }
      return true;
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
  }
}

/** Fills `buffer` from `start` on. The answer is shorter only when the file is. */
async function readSpan(file: FileHandle, start: number, buffer: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/**
 * Makes the new file `target` hold what `source` holds, at no cost where the file system can: as a clone
 * (which shares blocks until either is changed), else as a second name for the same file, else as a copy.
 * One such function serves one build: where no clone can be had, it asks once.
 *
 * A second name has a price: a program that changes the recording in place changes dist/ with it, before the
 * next build says so in the feed. The other way round nothing can happen by ppod's hand: it never opens
 * a file of dist/ for writing, it only puts new files in the place of old ones.
 */
export function mediaPlacer(): (source: string, target: string) => Promise<void> {
  let mayClone = true;
  return async (source, target) => {
    if (mayClone) {
      try {
        copyFileSync(source, target, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL);
        return keepTimes(source, target);
      } catch {
        mayClone = false;
      }
    }
    try {
      linkSync(source, target);
    } catch {
      await copyFile(source, target);
      keepTimes(source, target);
    }
  };
}

/** In seconds, not as a Date, which would cut the time off at the millisecond. */
function keepTimes(source: string, target: string): void {
  const { atimeMs, mtimeMs } = statSync(source);
  utimesSync(target, atimeMs / 1000, mtimeMs / 1000);
}
