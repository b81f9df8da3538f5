import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { latin1, uint, uintLE } from './bytes.ts';
import { secondsInWords } from './words.ts';

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
  const format = await contents(source, chunks.get('fmt '), 64);
  const data = chunks.get('data');
  const byteRate = uintLE(format, 8, 4);
  if (data === undefined) return undefined;
  const available = source.size - data.start;
  const big = await contents(source, chunks.get('ds64'), 24);
  const claimed = data.size === 0xffffffff ? uintLE(big, 8, 8) : data.size;
  const length = claimed === 0 || claimed >= unknownLength ? available : claimed;
  const tag = uintLE(format, 0, 2);
  const codec = codecs[tag === 0xfffe ? uintLE(format, 24, 2) : tag] ?? 'unknown';
  const sampleRate = uintLE(format, 4, 4);
  const samples = uintLE(await contents(source, chunks.get('fact'), 4), 0, 4);
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
    faults: missing(length - available, byteRate),
    tags: chunks.has('LIST') || chunks.has('id3 ') || chunks.has('ID3 ') ? source : undefined,
  };
}

/** AIFF and AIFF-C: the same chunks with the bytes the other way round. */
export async function probeAiff(source: ByteSource): Promise<AudioFacts | undefined> {
  const chunks = await chunksOf(source, uint);
  const common = await contents(source, chunks.get('COMM'), 64);
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
    faults: missing(data.start + data.size - source.size, byteRate),
    tags: [...chunks.keys()].some((name) => /^(?:NAME|AUTH|ANNO|\(c\) |ID3 )$/.test(name)) ? source : undefined,
  };
}

type Chunks = ReadonlyMap<string, { readonly start: number; readonly size: number }>;

/** The first chunk of each name. Lengths are padded to even numbers. */
async function chunksOf(source: ByteSource, number: typeof uint): Promise<Chunks> {
  const chunks = new Map<string, { start: number; size: number }>();
  let offset = 12;
  while (offset + 8 <= source.size && chunks.size < 1000) {
    const header = await source.read(offset, 8);
    const [name, size] = [latin1(header, 0, 4), number(header, 4, 4)];
    if (!chunks.has(name)) chunks.set(name, { start: offset + 8, size });
    offset += 8 + size + (size % 2);
  }
  return chunks;
}

async function contents(source: ByteSource, chunk: { start: number; size: number } | undefined, most: number) {
  if (chunk === undefined) return new Uint8Array(0);
  return await source.read(chunk.start, Math.min(chunk.size, most));
}

/** An 80-bit number as the Motorola 68881 had it: 16 bits of sign and exponent, 64 of mantissa. */
function extended(bytes: Uint8Array, offset: number): number {
  return uint(bytes, offset + 2, 8) * 2 ** ((uint(bytes, offset, 2) & 0x7fff) - 16383 - 63);
}

function missing(bytes: number, byteRate: number): AudioFacts['faults'] {
  if (bytes <= 1 || !(byteRate > 0)) return [];
  return [{ kind: 'truncated', detail: `it breaks off ${secondsInWords(bytes / byteRate)} before its end` }];
}
