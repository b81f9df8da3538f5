import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { uint } from './bytes.ts';
import { leadingTags } from './id3.ts';

/** FLAC: the first metadata block, STREAMINFO, says it all (RFC 9639, 8.2). */
export async function probeFlac(source: ByteSource): Promise<AudioFacts | undefined> {
  const { end } = await leadingTags(source);
  const info = await source.read(end + 8, 34);
  const sampleRate = Math.floor(uint(info, 10, 3) / 16);
  if (info.length < 34 || sampleRate === 0) return undefined;
  const samples = (uint(info, 13, 1) % 16) * 2 ** 32 + uint(info, 14, 4);
  const durationSeconds = samples / sampleRate;
  return {
    container: 'flac',
    mimeType: 'audio/flac',
    codec: 'FLAC',
    durationSeconds,
    bitrate: samples > 0 ? Math.round((source.size * 8) / durationSeconds) : undefined,
    isVariableBitrate: true,
    hasSeekHeader: false,
    sampleRate,
    channels: ((uint(info, 12, 1) >> 1) & 7) + 1,
    isFastStart: undefined,
    faults: [],
    tags: source,
  };
}
