import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { uintLE } from './bytes.ts';
import { chunkContents, chunksOf, missingEnd } from './chunks.ts';

const codecs: Readonly<Record<number, string>> = {
  1: 'PCM',
  2: 'ADPCM',
  3: 'PCM',
  6: 'A-law',
  7: 'µ-law',
  17: 'ADPCM',
  49: 'GSM',
  85: 'MP3',
  255: 'AAC',
};

/** Programs that write to a pipe put the greatest number there that they can. */
const unknownLength = 0x7ffff000;

/** WAVE, and its big form RF64: chunks of a name, a length and contents. */
export async function probeWav(source: ByteSource): Promise<AudioFacts | undefined> {
  const chunks = await chunksOf(source, uintLE);
  const format = await chunkContents(source, chunks.get('fmt '), 64);
  const data = chunks.get('data');
  const byteRate = uintLE(format, 8, 4);
  if (data === undefined) return undefined;
  const available = source.size - data.start;
  const big = await chunkContents(source, chunks.get('ds64'), 24);
  const claimed = data.size === 0xffffffff ? uintLE(big, 8, 8) : data.size;
  const length = claimed === 0 || claimed >= unknownLength ? available : claimed;
  const tag = uintLE(format, 0, 2);
  const codec = codecs[tag === 0xfffe ? uintLE(format, 24, 2) : tag] ?? 'unknown';
  const sampleRate = uintLE(format, 4, 4);
  const samples = uintLE(await chunkContents(source, chunks.get('fact'), 4), 0, 4);
  const isCounted = codec !== 'PCM' && samples > 0 && sampleRate > 0;
  return {
    container: 'wav',
    mimeType: 'audio/wav',
    codec,
    durationSeconds: isCounted ? samples / sampleRate : Math.min(length, available) / byteRate,
    bitrate: byteRate * 8 || undefined,
    isVariableBitrate: false,
    hasSeekHeader: false,
    sampleRate: sampleRate || undefined,
    channels: uintLE(format, 2, 2) || undefined,
    isFastStart: undefined,
    faults: missingEnd(length - available, byteRate),
    tags: chunks.has('LIST') || chunks.has('id3 ') || chunks.has('ID3 ') ? source : undefined,
  };
}
