import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { uint } from './bytes.ts';
import { endOfAudio, leadingTags } from './id3.ts';

const sampleRates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350];
const chunkBytes = 512 * 1024;
const headerBytes = 7;

interface AdtsFrame {
  readonly bytes: number;
  readonly sampleRate: number;
  readonly seconds: number;
  readonly channels: number;
}

/** The header of one frame of bare AAC (ISO/IEC 13818-7, 6.2), or `undefined` when none stands at `offset`. */
export function adtsFrame(bytes: Uint8Array, offset: number): AdtsFrame | undefined {
  if ((uint(bytes, offset, 2) & 0xfff6) !== 0xfff0) return undefined;
  const sampleRate = sampleRates[(uint(bytes, offset + 2, 1) >> 2) & 15];
  const length = (uint(bytes, offset + 3, 3) >> 5) & 0x1fff;
  if (sampleRate === undefined || length < headerBytes) return undefined;
  const blocks = (uint(bytes, offset + 6, 1) & 3) + 1;
  const channels = (uint(bytes, offset + 2, 2) >> 6) & 7;
  return { bytes: length, sampleRate, seconds: (1024 * blocks) / sampleRate, channels };
}

/** Bare AAC has no header for the whole: its length is the sum of its frames. */
export async function probeAdts(source: ByteSource): Promise<AudioFacts | undefined> {
  const { end: start } = await leadingTags(source);
  const end = await endOfAudio(source, start);
  const first = adtsFrame(await source.read(start, headerBytes), 0);
  if (first === undefined) return undefined;
  const { seconds, bytes, isCutOff } = await addFrames(source, start, end);
  return {
    container: 'aac',
    mimeType: 'audio/aac',
    codec: 'AAC',
    durationSeconds: seconds,
    bitrate: seconds > 0 ? Math.round((bytes * 8) / seconds) : undefined,
    isVariableBitrate: true,
    hasSeekHeader: false,
    sampleRate: first.sampleRate,
    channels: first.channels || undefined,
    isFastStart: undefined,
    faults: isCutOff ? [{ kind: 'truncated', detail: 'it stops in the middle of a sound frame' }] : [],
    tags: start > 0 || end < source.size ? source : undefined,
  };
}

async function addFrames(source: ByteSource, start: number, end: number) {
  let seconds = 0;
  let position = start;
  for (;;) {
    const chunk = await source.read(position, Math.min(chunkBytes, end - position));
    let i = 0;
    let frame = adtsFrame(chunk, i);
    while (frame !== undefined && i + frame.bytes <= chunk.length) {
      seconds += frame.seconds;
      i += frame.bytes;
      frame = adtsFrame(chunk, i);
    }
    position += i;
    const isCutOff = frame !== undefined && position + frame.bytes > end;
    if (i === 0 || isCutOff) return { seconds, bytes: position - start, isCutOff };
  }
}
