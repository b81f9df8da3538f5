import { latin1, uint } from './bytes.ts';
import { boxContents, boxesIn } from './mp4-boxes.ts';

/** One track of an MP4 family file, as its `trak` box describes it. */
export interface Track {
  readonly id: number;
  /** "soun", "vide", "text", … */
  readonly handler: string;
  /** Four letters: "mp4a", "alac", "avc1", … */
  readonly format: string;
  /** How long the track plays, edits applied; 0 when unknown. */
  readonly seconds: number;
  readonly timeScale: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly averageBitrate: number;
  readonly maximumBitrate: number;
  /** Ids of the tracks that hold this one's chapters. */
  readonly chapterTracks: readonly number[];
  /** The sample tables, for reading the samples of a chapter track. */
  readonly sampleTable: Uint8Array;
}

/** The tracks of a `moov` box. */
export function tracksOf(moov: Uint8Array): Track[] {
  const movieScale = versioned(boxContents(moov, 'mvhd'), 12, 20).scale;
  return [...boxesIn(moov)].filter((box) => box.name === 'trak').map((box) => track(box.contents, movieScale));
}

function track(trak: Uint8Array, movieScale: number): Track {
  const tkhd = boxContents(trak, 'tkhd');
  const isLong = uint(tkhd, 0, 1) === 1;
  const played = isLong ? uint(tkhd, 28, 8) : uint(tkhd, 20, 4);
  const media = versioned(boxContents(trak, 'mdia/mdhd'), 12, 20);
  const sampleTable = boxContents(trak, 'mdia/minf/stbl');
  const [entry] = boxesIn(boxContents(sampleTable, 'stsd').subarray(8));
  const sample = entry?.contents ?? new Uint8Array(0);
  const esds = esDescriptor(sample);
  return {
    id: uint(tkhd, isLong ? 20 : 12, 4),
    handler: latin1(boxContents(trak, 'mdia/hdlr'), 8, 4),
    format: entry?.name ?? '',
    seconds: isKnown(played) && movieScale > 0 ? played / movieScale : media.seconds,
    timeScale: media.scale,
    channels: esds.channels || uint(sample, 16, 2),
    sampleRate: uint(sample, 24, 2) || media.scale,
    averageBitrate: esds.average,
    maximumBitrate: esds.maximum,
    chapterTracks: references(boxContents(trak, 'tref/chap')),
    sampleTable,
  };
}

/** The time scale and the length in a header box whose fields are wider in version 1. */
function versioned(box: Uint8Array, shortAt: number, longAt: number): { scale: number; seconds: number } {
  const isLong = uint(box, 0, 1) === 1;
  const scale = uint(box, isLong ? longAt : shortAt, 4);
  const length = isLong ? uint(box, longAt + 4, 8) : uint(box, shortAt + 4, 4);
  return { scale, seconds: isKnown(length) && scale > 0 ? length / scale : 0 };
}

/** All ones means "unknown" in files that were written as a stream. */
function isKnown(length: number): boolean {
  return length > 0 && length !== 0xffffffff && length < Number.MAX_SAFE_INTEGER;
}

function references(chap: Uint8Array): number[] {
  return Array.from({ length: Math.floor(chap.length / 4) }, (_, i) => uint(chap, i * 4, 4));
}

/**
 * Bit rates and channels from the decoder configuration (ISO/IEC 14496-1, 7.2.6.6), which QuickTime wraps in a `wave`
 * box. Its channel count is the true one: the field of the sample entry says 2 for mono too.
 */
function esDescriptor(sample: Uint8Array): { average: number; maximum: number; channels: number } {
  const version = uint(sample, 8, 2);
  const inner = sample.subarray(version === 1 ? 44 : version === 2 ? 64 : 28);
  const plain = boxContents(inner, 'esds');
  const esds = plain.length > 0 ? plain : boxContents(inner, 'wave/esds');
  const decoder = descriptor(descriptor(esds.subarray(4), 3).subarray(3), 4);
  const aac = descriptor(decoder.subarray(13), 5);
  return { maximum: uint(decoder, 5, 4), average: uint(decoder, 9, 4), channels: aacChannels(aac) };
}

/** The channel configuration of an AudioSpecificConfig: five bits of kind, four of sample rate, then this; 7 means 8. */
function aacChannels(config: Uint8Array): number {
  const hasPlainRate = ((uint(config, 0, 2) >> 7) & 15) !== 15;
  const channels = (uint(config, 1, 1) >> 3) & 15;
  return hasPlainRate && channels <= 7 ? (channels === 7 ? 8 : channels) : 0;
}

/** The contents of a descriptor with this tag at the start of `bytes`: a tag byte, then a length seven bits a byte. */
function descriptor(bytes: Uint8Array, tag: number): Uint8Array {
  if (bytes[0] !== tag) return new Uint8Array(0);
  let at = 1;
  while (at < 5 && (bytes[at] ?? 0) >= 0x80) at++;
  return bytes.subarray(at + 1);
}
