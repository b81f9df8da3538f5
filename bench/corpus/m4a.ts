import { text, u16, u32 } from './bytes.ts';
import type { Noise } from './mpeg.ts';

const sampleRate = 44100;
const samplesAFrame = 1024;
/** An AAC-LC frame of one channel and `bytes` (264 to 519): silence, then room for data that decoders pass over, then the end. */
function writeFrame(media: Buffer, at: number, bytes: number): void {
  const room = bytes - 9 - 255;
  Buffer.of(0x00, 0xc8, 0x00, 0x80, 0x22, 0x07, 0xfc | (room >> 6), (room & 63) << 2).copy(media, at);
  media[at + bytes - 1] = 0xe0;
}

/** An M4A with AAC of one channel, its index before the sound or, as recorders leave it, behind. */
export function m4a(
  { seconds, kbits, title, isFastStart }: { seconds: number; kbits: number; title: string; isFastStart: boolean },
  noise: Noise,
): Buffer {
  const frames = Math.round((seconds * sampleRate) / samplesAFrame);
  const frameBytes = Math.round((kbits * 1000 * samplesAFrame) / 8 / sampleRate);
  const media = Buffer.allocUnsafe(frames * frameBytes);
  noise(media);
  for (let at = 0; at < media.length; at += frameBytes) writeFrame(media, at, frameBytes);
  const ftyp = box('ftyp', text('M4A '), u32(512), text('M4A isomiso2'));
  const mdat = box('mdat', media);
  const index = (start: number) => moov({ frames, frameBytes, start: start + 8, title });
  if (!isFastStart) return Buffer.concat([ftyp, mdat, index(ftyp.length)]);
  const length = index(0).length;
  return Buffer.concat([ftyp, index(ftyp.length + length), mdat]);
}

function box(kind: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), text(kind), body]);
}

/** A box that begins with its version and flags. */
function fullBox(kind: string, flags: number, ...parts: readonly Buffer[]): Buffer {
  return box(kind, u32(flags), ...parts);
}

const zeros = (bytes: number) => Buffer.alloc(bytes);
const matrix = Buffer.concat([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32));

interface Index {
  readonly frames: number;
  readonly frameBytes: number;
  /** Where the sound begins in the file (bytes). */
  readonly start: number;
  readonly title: string;
}

function moov(index: Index): Buffer {
  const length = u32(index.frames * samplesAFrame);
  const rate = u32(sampleRate);
  const mvhd = fullBox(
    'mvhd',
    0,
    zeros(8),
    rate,
    length,
    u32(0x10000),
    u16(0x100),
    zeros(10),
    matrix,
    zeros(24),
    u32(2),
  );
  const tkhd = fullBox(
    'tkhd',
    7,
    zeros(8),
    u32(1),
    zeros(4),
    length,
    zeros(12),
    u16(0x100),
    zeros(2),
    matrix,
    zeros(8),
  );
  const mdhd = fullBox('mdhd', 0, zeros(8), rate, length, u16(0x55c4), zeros(2));
  const hdlr = fullBox('hdlr', 0, zeros(4), text('soun'), zeros(12), text('SoundHandler\0'));
  const dinf = box('dinf', fullBox('dref', 0, u32(1), fullBox('url ', 1)));
  const minf = box('minf', fullBox('smhd', 0, zeros(4)), dinf, stbl(index));
  return box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, hdlr, minf)), titleBox(index.title));
}

function stbl({ frames, frameBytes, start }: Index): Buffer {
  // AAC-LC, 44.1 kHz, one channel.
  const decoder = Buffer.of(5, 2, 0x12, 0x08);
  const config = Buffer.concat([Buffer.of(0x40, 0x15), zeros(3), u32(128000), u32(128000), decoder]);
  const stream = Buffer.concat([u16(1), zeros(1), Buffer.of(4, config.length), config, Buffer.of(6, 1, 2)]);
  const esds = fullBox('esds', 0, Buffer.of(3, stream.length), stream);
  const mp4a = box('mp4a', zeros(6), u16(1), zeros(8), u16(1), u16(16), zeros(4), u16(sampleRate), u16(0), esds);
  return box(
    'stbl',
    fullBox('stsd', 0, u32(1), mp4a),
    fullBox('stts', 0, u32(1), u32(frames), u32(samplesAFrame)),
    fullBox('stsc', 0, u32(1), u32(1), u32(frames), u32(1)),
    // A size for each sample, as encoders write it.
    fullBox('stsz', 0, u32(0), u32(frames), ...Array.from({ length: frames }, () => u32(frameBytes))),
    fullBox('stco', 0, u32(1), u32(start)),
  );
}

function titleBox(title: string): Buffer {
  const data = box('data', u32(1), zeros(4), Buffer.from(title));
  const handler = fullBox('hdlr', 0, zeros(4), text('mdirappl'), zeros(9));
  return box('udta', fullBox('meta', 0, handler, box('ilst', box('\u00a9nam', data))));
}
