import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { indexOf, latin1, uint, uintLE } from './bytes.ts';

/** A page is at most 65,307 bytes, so the last one begins within this much of the end. */
const tailBytes = 64 * 1024 + 512;

interface Stream {
  readonly codec: string;
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples that the decoder throws away at the start. */
  readonly skip: number;
  /** How many units of the page's position make a second. */
  readonly unitsPerSecond: number;
}

/** Ogg: the position in the last page, less the one where the stream begins (RFC 3533; RFC 7845 for Opus). */
export async function probeOgg(source: ByteSource): Promise<AudioFacts | undefined> {
  const head = await source.read(0, 4096);
  const stream = streamOf(head.subarray(27 + uint(head, 26, 1)));
  if (stream === undefined) return undefined;
  const tailStart = Math.max(0, source.size - tailBytes);
  const last = lastPageOf(await source.read(tailStart, source.size - tailStart), uintLE(head, 14, 4));
  const durationSeconds = Math.max(0, (last.position - stream.skip) / stream.unitsPerSecond);
  const streams = head.filter((_, i) => latin1(head, i, 4) === 'OggS' && (uint(head, i + 5, 1) & 2) === 2).length;
  return {
    container: 'ogg',
    mimeType: 'audio/ogg',
    codec: stream.codec,
    durationSeconds,
    bitrate: durationSeconds > 0 ? Math.round((source.size * 8) / durationSeconds) : undefined,
    isVariableBitrate: true,
    hasSeekHeader: false,
    sampleRate: stream.sampleRate,
    channels: stream.channels,
    isFastStart: undefined,
    faults: [
      ...(streams > 1 ? [{ kind: 'several-audio-streams' as const, detail: `it holds ${streams} streams` }] : []),
      ...(last.isCut ? [{ kind: 'truncated' as const, detail: 'its end is missing' }] : []),
    ],
    tags: source,
  };
}

function streamOf(packet: Uint8Array): Stream | undefined {
  if (latin1(packet, 0, 8) === 'OpusHead') {
    const channels = uint(packet, 9, 1);
    return { codec: 'Opus', sampleRate: 48000, channels, skip: uintLE(packet, 10, 2), unitsPerSecond: 48000 };
  }
  if (latin1(packet, 1, 6) === 'vorbis') return plain('Vorbis', uintLE(packet, 12, 4), uint(packet, 11, 1));
  if (latin1(packet, 0, 5) === 'Speex') return plain('Speex', uintLE(packet, 36, 4), uintLE(packet, 48, 4));
  if (latin1(packet, 1, 4) === 'FLAC') {
    return plain('FLAC', Math.floor(uint(packet, 27, 3) / 16), ((uint(packet, 29, 1) >> 1) & 7) + 1);
  }
  return undefined;
}

function plain(codec: string, sampleRate: number, channels: number): Stream | undefined {
  return sampleRate > 0 ? { codec, sampleRate, channels, skip: 0, unitsPerSecond: sampleRate } : undefined;
}

interface LastPage {
  readonly position: number;
  /** Whether the file ends within a page, whose sound is lost. */
  readonly isCut: boolean;
}

/** The position of the last whole page of stream `serial` that has one: all ones says that no packet ends there. */
function lastPageOf(tail: Uint8Array, serial: number): LastPage {
  let position = 0;
  for (let at = indexOf(tail, 'OggS'); at >= 0; at = indexOf(tail, 'OggS', at + 4)) {
    if (uintLE(tail, at + 14, 4) !== serial) continue;
    const lacing = tail.subarray(at + 27, at + 27 + uint(tail, at + 26, 1));
    const end = at + 27 + lacing.length + lacing.reduce((sum, length) => sum + length, 0);
    if (end > tail.length) return { position, isCut: true };
    const found = uintLE(tail, at + 6, 8);
    if (found < Number.MAX_SAFE_INTEGER) position = found;
  }
  return { position, isCut: false };
}
