import { id3Tag } from '../media/id3-tag.ts';
import { placeholderMark } from '../model/placeholder.ts';

const bitrate = 96_000;
const sampleRate = 44_100;
const samplesPerFrame = 1152;

export interface ToneTags {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
}

/**
 * A soft tone of about `seconds` as an MP3 (mono, 44.1 kHz, 96 kbit/s), made bit by bit, so that no other program is
 * needed. It stands where a recording will be, and its tags say so.
 */
export function placeholderTone(seconds: number, tags: ToneTags): Uint8Array {
  const count = Math.round((seconds * sampleRate) / samplesPerFrame);
  const frames: Buffer[] = [];
  const exactBytes = (samplesPerFrame / 8) * (bitrate / sampleRate);
  for (let index = 0; index < count; index++) {
    // A frame is 313.47 bytes long on average: some carry one more.
    const bytes = Math.floor((index + 1) * exactBytes) - Math.floor(index * exactBytes);
    frames.push(toneFrame(bytes, index % 2 === 1));
  }
  return Buffer.concat([
    id3Tag({ ...tags, own: { [placeholderMark]: 'Replace this file with a recording.' } }),
    ...frames,
  ]);
}

/** Loudness: 210 would be full scale. Chosen by ear and meter: about −16 LUFS, as apps expect. */
const gain = 202;

/**
 * One frame of MPEG-1 layer III (ISO/IEC 11172-3, 2.4.1). Both of its granules hold one frequency line, number 11
 * (440 Hz); over four granules the signs run + + − −, as those of a steady tone do.
 */
function toneFrame(bytes: number, isNegative: boolean): Buffer {
  const isPadded = bytes > 313;
  const header = bits(
    [11, 0x7ff],
    [2, 3],
    [2, 1],
    [1, 1],
    [4, 7],
    [2, 0],
    [1, isPadded ? 1 : 0],
    [1, 0],
    [2, 3],
    [6, 0],
  );
  // Nothing is borrowed from earlier frames; no private bits; no scale factors are shared.
  const sideInfo = bits([9, 0], [5, 0], [4, 0]) + granule + granule;
  // Table 1 codes pairs of lines: five pairs of zeros, then (0, 1) and its sign.
  const tone = bits([5, 0b11111], [3, 0b001], [1, isNegative ? 1 : 0]);
  const frame = Buffer.alloc(bytes);
  const text = header + sideInfo + tone + tone;
  for (let at = 0; at < text.length; at += 8) frame[at / 8] = Number.parseInt(text.slice(at, at + 8).padEnd(8, '0'), 2);
  return frame;
}

/** What a granule says of itself: 9 bits of lines in 6 pairs, the gain, no scale factors, long blocks, table 1 throughout. */
const granule = bits(
  [12, 9],
  [9, 6],
  [8, gain],
  [4, 0],
  [1, 0],
  [5, 1],
  [5, 1],
  [5, 1],
  [4, 0],
  [3, 0],
  [1, 0],
  [1, 0],
  [1, 0],
);

/** Numbers in as many bits each, the highest first, as a text of 0 and 1. */
function bits(...fields: readonly (readonly [length: number, value: number])[]): string {
  return fields.map(([length, value]) => value.toString(2).padStart(length, '0')).join('');
}
