import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { latin1, uint } from './bytes.ts';
import { chunkContents, chunksOf, missingEnd } from './chunks.ts';

/** AIFF and AIFF-C: the same chunks with the bytes the other way round. */
export async function probeAiff(source: ByteSource): Promise<AudioFacts | undefined> {
  const chunks = await chunksOf(source, uint);
  const common = await chunkContents(source, chunks.get('COMM'), 64);
  const data = chunks.get('SSND');
  const sampleRate = extended(common, 8);
  if (data === undefined || !(sampleRate > 0)) return undefined;
  const durationSeconds = uint(common, 2, 4) / sampleRate;
  const byteRate = (data.size - 8) / durationSeconds;
  return {
    container: 'aiff',
    mimeType: 'audio/aiff',
    codec: /^(?:NONE|sowt|twos|fl32|fl64|\0*)$/i.test(latin1(common, 18, 4)) ? 'PCM' : latin1(common, 18, 4),
    durationSeconds,
    bitrate: durationSeconds > 0 ? Math.round(byteRate * 8) : undefined,
    isVariableBitrate: false,
    hasSeekHeader: false,
    sampleRate,
    channels: uint(common, 0, 2) || undefined,
    isFastStart: undefined,
    faults: missingEnd(data.start + data.size - source.size, byteRate),
    tags: [...chunks.keys()].some((name) => /^(?:NAME|AUTH|ANNO|\(c\) |ID3 )$/.test(name)) ? source : undefined,
  };
}

/** An 80-bit number as the Motorola 68881 had it: 16 bits of sign and exponent, 64 of mantissa. */
function extended(bytes: Uint8Array, offset: number): number {
  return uint(bytes, offset + 2, 8) * 2 ** ((uint(bytes, offset, 2) & 0x7fff) - 16383 - 63);
}
