import type { AudioFault } from '../model/media.ts';
import type { ByteSource } from './byte-source.ts';
import { latin1, type uint } from './bytes.ts';
import { secondsInWords } from './words.ts';

const mostChunks = 10_000;

/** Where the contents of a chunk lie, by its name of four letters. */
type Chunks = ReadonlyMap<string, { readonly start: number; readonly size: number }>;

/** The first chunk of each name. Lengths are padded to even numbers. */
export async function chunksOf(source: ByteSource, number: typeof uint): Promise<Chunks> {
  const chunks = new Map<string, { start: number; size: number }>();
  let offset = 12;
  for (let i = 0; i < mostChunks && offset + 8 <= source.size; i++) {
    const header = await source.read(offset, 8);
    const [name, size] = [latin1(header, 0, 4), number(header, 4, 4)];
    if (!chunks.has(name)) chunks.set(name, { start: offset + 8, size });
    offset += 8 + size + (size % 2);
  }
  return chunks;
}

/** The first `most` bytes of a chunk's contents; none when there is no such chunk. */
export async function chunkContents(
  source: ByteSource,
  chunk: { start: number; size: number } | undefined,
  most: number,
): Promise<Uint8Array> {
  if (chunk === undefined) return new Uint8Array(0);
  return source.read(chunk.start, Math.min(chunk.size, most));
}

/** The fault of a file that ends `bytes` before its sound should. */
export function missingEnd(bytes: number, byteRate: number): AudioFault[] {
  if (bytes <= 1 || !(byteRate > 0)) return [];
  return [{ kind: 'truncated', detail: `it breaks off ${secondsInWords(bytes / byteRate)} before its end` }];
}
