import type { ByteSource } from './byte-source.ts';
import { latin1, uint } from './bytes.ts';

/** A box ("atom") of an MP4 family file: a name and where its contents lie. */
export interface Box {
  readonly name: string;
  /** Where the contents start, and how many bytes they claim to have. */
  readonly start: number;
  readonly size: number;
}

const mostBoxes = 100_000;

/** The boxes at the top of the file, in order. The last one may claim more bytes than there are. */
export async function topBoxes(source: ByteSource): Promise<Box[]> {
  const boxes: Box[] = [];
  let offset = 0;
  while (offset + 8 <= source.size && boxes.length < mostBoxes) {
    const box = boxAt(await source.read(offset, 16), 0, source.size - offset);
    if (box === undefined) break;
    boxes.push({ ...box, start: offset + box.start });
    offset += box.start + box.size;
  }
  return boxes;
}

/** The boxes inside `bytes`, cut off at its end. */
export function* boxesIn(bytes: Uint8Array): Generator<{ readonly name: string; readonly contents: Uint8Array }> {
  let offset = 0;
  while (offset + 8 <= bytes.length) {
    const box = boxAt(bytes, offset, bytes.length - offset);
    if (box === undefined) return;
    yield { name: box.name, contents: bytes.subarray(offset + box.start, offset + box.start + box.size) };
    offset += box.start + box.size;
  }
}

/** The contents of the first box at the end of `path` ("mdia/minf/stbl"); empty when there is none. */
export function boxContents(bytes: Uint8Array, path: string): Uint8Array {
  let contents = bytes;
  for (const name of path.split('/')) {
    contents = [...boxesIn(contents)].find((box) => box.name === name)?.contents ?? new Uint8Array(0);
  }
  return contents;
}

/** Sizes: 1 means that a 64-bit size follows, 0 that the box reaches to the end. */
function boxAt(bytes: Uint8Array, offset: number, available: number): Box | undefined {
  const short = uint(bytes, offset, 4);
  const header = short === 1 ? 16 : 8;
  const whole = short === 1 ? uint(bytes, offset + 8, 8) : short === 0 ? available : short;
  if (whole < header) return undefined;
  return { name: latin1(bytes, offset + 4, 4), start: header, size: whole - header };
}
