import type { Background } from './background.ts';
import type { Cepstra } from './cepstra.ts';
import { featureCount } from './features.ts';
import { columnsOf, rowsOf, type Sound } from './passes.ts';
import { joined, soundsOf } from './reference.ts';
import type { FrameSpan } from './spans.ts';
import { spokenSentencesOf } from './speech.ts';
import type { Voice } from './voice.ts';
import { everything, gapRows, type Prices, type Rest, warp } from './warp.ts';

/** Features of each word as the synthetic voice says it by itself, by its spelling without punctuation around it. */
export type Lexicon = ReadonlyMap<string, Float32Array>;

/** Has every word of the sentences said once, with the background behind it. */
export async function speakLexicon(
  voice: Voice,
  sentences: readonly string[],
  language: string,
  background: Background,
  signal?: AbortSignal,
): Promise<Lexicon> {
  const words = [...new Set(sentences.flatMap(tokensOf).map(bare))].filter((word) => word !== '');
  const parts: Cepstra[] = [];
  for await (const part of soundsOf(voice.synthesise(words, language, signal), background)) parts.push(part);
  const { features, starts } = spokenSentencesOf(joined(parts));
  const sounds = new Map<string, Float32Array>();
  for (const [index, word] of words.entries())
    sounds.set(word, features.subarray((starts[index] ?? 0) * featureCount, (starts[index + 1] ?? 0) * featureCount));
  return sounds;
}

/**
 * When the words of one sentence are said, in frames of the sound.
 * @param from first frame of the sentence in the sound
 * @param to the frame after its last
 * @returns one span for each word of `tokensOf(text)`; `undefined` for a word that has no sound
 */
export async function findWords(
  text: string,
  lexicon: Lexicon,
  sound: Sound,
  { from, to }: FrameSpan,
  prices: Prices,
  rest: Rest,
): Promise<(FrameSpan | undefined)[]> {
  const parts = tokensOf(text).map((token) => lexicon.get(bare(token)) ?? new Float32Array(0));
  const starts = new Int32Array(parts.length + 1);
  for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] ?? 0) + part.length / featureCount;
  const features = new Float32Array((starts.at(-1) ?? 0) * featureCount);
  for (const [index, part] of parts.entries()) features.set(part, (starts[index] ?? 0) * featureCount);
  const rows = rowsOf({ features, starts }, 1);
  // One frame before the sentence, for the first word to come after.
  const start = Math.max(0, from - 1);
  const columns = columnsOf(
    {
      features: sound.features.subarray(start * featureCount, to * featureCount),
      quietness: sound.quietness.subarray(start, to),
    },
    1,
  );
  const path = await warp(rows, columns, everything(rows, columns), { ...prices, opening: Infinity }, rest);
  return parts.map((part, index) => {
    if (path === undefined || part.length === 0) return undefined;
    const first = (rows.gaps[index] ?? 0) + gapRows;
    const last = (rows.gaps[index + 1] ?? 0) - 1;
    return { from: start + (path.first[first] ?? 0), to: start + (path.last[last] ?? 0) + 1 };
  });
}

/** The words of a text as they are written, with their punctuation. */
export function tokensOf(text: string): string[] {
  return text.split(/\s+/u).filter((token) => token !== '');
}

function bare(token: string): string {
  return token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase();
}
