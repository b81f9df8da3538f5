import type { ByteSource } from './byte-source.ts';
import { latin1, uint, uintLE } from './bytes.ts';

/** More tags than this in a row are there to keep us busy. */
const mostTags = 100;

/** Where the tags before the audio end, and whether one of them claims more bytes than the file has. */
export interface LeadingTags {
  readonly end: number;
  readonly isDamaged: boolean;
}

/** Steps over every ID3v2 tag at the start: programs that do not see an older tag put another in front of it. */
export async function leadingTags(source: ByteSource): Promise<LeadingTags> {
  let end = 0;
  for (let i = 0; i < mostTags; i++) {
    const header = await source.read(end, 10);
    if (!isId3v2(header, 'ID3')) break;
    const next = end + id3v2Bytes(header);
    if (next > source.size) return { end, isDamaged: true };
    end = next;
  }
  return { end, isDamaged: false };
}

/**
 * The byte after the audio: before any ID3v1, Lyrics3, APE or appended ID3v2 tag. Never less than `start`. Where the whole
 * file would have to be read to get there, its end: what these tags say is not worth that.
 */
export async function endOfAudio(source: ByteSource, start: number): Promise<number> {
  if (source.cost === 'bytes') return source.size;
  let end = source.size;
  for (let i = 0; i < mostTags; i++) {
    const length = await trailingTagBytes(source, end);
    if (length === 0 || end - length < start) break;
    end -= length;
  }
  return end;
}

async function trailingTagBytes(source: ByteSource, end: number): Promise<number> {
  const from = Math.max(0, end - 128);
  const tail = await source.read(from, end - from);
  if (latin1(tail, tail.length - 128, 3) === 'TAG') return 128;
  if (latin1(tail, tail.length - 32, 8) === 'APETAGEX') {
    const hasHeader = (tail[tail.length - 32 + 23] ?? 0) >= 0x80;
    return uintLE(tail, tail.length - 20, 4) + (hasHeader ? 32 : 0);
  }
  if (latin1(tail, tail.length - 9, 9) === 'LYRICS200') return Number(latin1(tail, tail.length - 15, 6)) + 15 || 0;
  const footer = tail.subarray(-10);
  return isId3v2(footer, '3DI') ? id3v2Bytes(footer) : 0;
}

/** Sizes in ID3v2 are "synchsafe": seven bits a byte, so that a size never looks like the start of a frame. */
function isId3v2(header: Uint8Array, mark: string): boolean {
  return header.length === 10 && latin1(header, 0, 3) === mark && header.subarray(6).every((byte) => byte < 0x80);
}

function id3v2Bytes(header: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = header.subarray(6);
  const hasFooter = uint(header, 5, 1) & 0x10;
  return 10 + a * 2 ** 21 + b * 2 ** 14 + c * 2 ** 7 + d + (hasFooter ? 10 : 0);
}
