import { text, u16, u32 } from './bytes.ts';
import { type Chance, pick } from './chance.ts';

export interface MpegKind {
  readonly sampleRate: 44100 | 48000 | 24000 | 22050;
  readonly channels: 1 | 2;
  /** kbit/s; one, or those among which the frames vary. */
  readonly bitrates: readonly [number, ...number[]];
  readonly header: 'none' | 'info' | 'vbri';
}

/** kbit/s by index, layer III, from ISO/IEC 11172-3 and 13818-3. */
const rates: Readonly<Record<1 | 2, readonly number[]>> = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

/**
 * Layer III frames for `seconds` that every decoder plays, as silence: the side information says that no part of a frame
 * is sound, and the rest is filled with noise, as different from file to file as sound would be.
 */
export function mpegAudio(kind: MpegKind, seconds: number, noise: Noise, random: Chance): Buffer {
  const samples = kind.sampleRate > 32000 ? 1152 : 576;
  const count = Math.round((seconds * kind.sampleRate) / samples);
  const frames = Array.from({ length: count }, () => pick(kind.bitrates, random));
  const head = kind.header === 'none' ? undefined : kind.bitrates[0];
  const sizes = layOut(head === undefined ? frames : [head, ...frames], kind, samples);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const audio = Buffer.allocUnsafe(total);
  let at = 0;
  for (const { bitrate, padding, bytes } of sizes) {
    noise(audio.subarray(at, at + bytes));
    audio.fill(0, at, at + 4 + sideInfo(kind));
    frameHeader(kind, bitrate, padding).copy(audio, at);
    at += bytes;
  }
  if (head !== undefined) writeSeekHeader(audio, kind, { count, total, first: sizes[0]?.bytes ?? 0 });
  return audio;
}

/** Fills a buffer with bytes that compress no better than sound does. */
export type Noise = (buffer: Buffer) => void;

interface FrameSize {
  readonly bitrate: number;
  readonly padding: 0 | 1;
  readonly bytes: number;
}

/** A constant rate keeps its average by a byte of padding now and then. */
function layOut(bitrates: readonly number[], { sampleRate }: MpegKind, samples: number): FrameSize[] {
  let owed = 0;
  return bitrates.map((bitrate) => {
    const exact = (samples / 8) * ((bitrate * 1000) / sampleRate);
    owed += exact - Math.floor(exact);
    const padding = owed >= 1 ? 1 : 0;
    owed -= padding;
    return { bitrate, padding, bytes: Math.floor(exact) + padding };
  });
}

const version = ({ sampleRate }: MpegKind) => (sampleRate > 32000 ? 1 : 2);

function sideInfo(kind: MpegKind): number {
  if (version(kind) === 1) return kind.channels === 1 ? 17 : 32;
  return kind.channels === 1 ? 9 : 17;
}

function frameHeader(kind: MpegKind, bitrate: number, padding: 0 | 1): Buffer {
  const rate = rates[version(kind)].indexOf(bitrate);
  if (rate < 1) throw new Error(`Layer III has no ${bitrate} kbit/s.`);
  const sampleRate = kind.sampleRate === 44100 || kind.sampleRate === 22050 ? 0 : 1;
  return Buffer.from([
    0xff,
    version(kind) === 1 ? 0xfb : 0xf3,
    (rate << 4) | (sampleRate << 2) | (padding << 1),
    kind.channels === 1 ? 0xc4 : 0x04,
  ]);
}

/** "Xing" or "Info" as LAME writes it, or "VBRI" as Fraunhofer's encoder does, in the first frame. */
function writeSeekHeader(
  audio: Buffer,
  kind: MpegKind,
  { count, total, first }: { readonly count: number; readonly total: number; readonly first: number },
): void {
  const percent = Array.from({ length: 100 }, (_, i) => Math.floor(i * 2.56));
  const from = kind.header === 'vbri' ? 36 : 4 + sideInfo(kind);
  audio.fill(0, 4, first);
  const header =
    kind.header === 'vbri'
      ? [text('VBRI'), u16(1), u16(0), u16(75), u32(total), u32(count), u16(0), u16(1), u16(2), u16(1)]
      : [
          text(kind.bitrates.length > 1 ? 'Xing' : 'Info'),
          u32(0b1111),
          u32(count),
          u32(total),
          Buffer.from(percent),
          u32(75),
          text('LAME3.100'),
        ];
  Buffer.concat(header).copy(audio, from);
}
