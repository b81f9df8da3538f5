import { uint } from './bytes.ts';

/** One frame of MPEG audio, as its four-byte header describes it. */
export interface MpegFrame {
  readonly layer: 1 | 2 | 3;
  readonly version: 1 | 2 | 2.5;
  /** Bytes of the whole frame, header included. */
  readonly bytes: number;
  /** Bits per second. */
  readonly bitrate: number;
  readonly sampleRate: number;
  /** Samples per channel that the frame decodes to. */
  readonly samples: number;
  readonly channels: 1 | 2;
}

/** kbit/s by layer and index, from ISO/IEC 11172-3. Index 0 is "free format", which nobody uses for speech. */
const firstBitrates = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
};
/** The same of later versions, from ISO/IEC 13818-3. */
const laterBitrates = {
  1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const sampleRates = [44100, 48000, 32000];
const versions = [2.5, undefined, 2, 1] as const;
const layers = [undefined, 3, 2, 1] as const;

/** The frame whose header stands at `offset`, or `undefined` when no frame can begin there. */
export function mpegFrame(bytes: Uint8Array, offset: number): MpegFrame | undefined {
  const header = uint(bytes, offset, 4);
  if (header < 0xffe00000) return undefined;
  const version = versions[(header >> 19) & 3];
  const layer = layers[(header >> 17) & 3];
  const baseRate = sampleRates[(header >> 10) & 3];
  if (version === undefined || layer === undefined || baseRate === undefined) return undefined;
  const bitrates = version === 1 ? firstBitrates : laterBitrates;
  const bitrate = 1000 * (bitrates[layer][(header >> 12) & 15] ?? 0);
  if (bitrate === 0) return undefined;
  const sampleRate = baseRate / (version === 1 ? 1 : version === 2 ? 2 : 4);
  const samples = layer === 1 ? 384 : layer === 3 && version !== 1 ? 576 : 1152;
  const slot = layer === 1 ? 4 : 1;
  const padding = (header >> 9) & 1;
  const slots = Math.floor((samples / 8 / slot) * (bitrate / sampleRate)) + padding;
  return {
    layer,
    version,
    bytes: slots * slot,
    bitrate,
    sampleRate,
    samples,
    channels: ((header >> 6) & 3) === 3 ? 1 : 2,
  };
}

/** Whether two frames can be neighbours of one stream. Bit rate and channels may change; these may not. */
export function isSameStream(a: MpegFrame, b: MpegFrame | undefined): boolean {
  return b !== undefined && a.layer === b.layer && a.version === b.version && a.sampleRate === b.sampleRate;
}
