import { Resampler } from '../media/pcm.ts';
import type { Background } from './background.ts';
import {
  type Cepstra,
  CepstraRecorder,
  coefficientCount,
  excerpt,
  loudnessOf,
  sampleRate,
  squareSum,
} from './cepstra.ts';
import type { Utterance } from './voice.ts';

/** Several texts in the synthetic voice, one after the other with nothing between. */
export interface Reference {
  readonly cepstra: Cepstra;
  /** The first frame of each text and, last, the count of frames. */
  readonly starts: Int32Array;
}

/** Frames this much quieter than the loudest, at the ends of an utterance, are not part of it (decibels). */
const silenceBelowPeak = 40;
/** Silence after each utterance, for the filters to die away in (seconds). */
const silenceAfter = 0.02;

/** Listens to utterances with a background behind them, and keeps of each only what it sounds like. */
export async function* soundsOf(utterances: AsyncIterable<Utterance>, background: Background): AsyncGenerator<Cepstra> {
  let resampler: Resampler | undefined;
  for await (const { samples, sampleRate: rate } of utterances) {
    resampler ??= new Resampler(rate, sampleRate);
    const recorder = new CepstraRecorder(background, squareSum(samples) / Math.max(1, samples.length));
    recorder.push(resampler.add(samples));
    recorder.push(resampler.add(new Float32Array(Math.ceil(silenceAfter * rate))));
    yield samples.length === 0 ? excerpt(recorder.finish(), 0, 0) : trimmed(recorder.finish());
  }
}

export function joined(parts: readonly Cepstra[]): Reference {
  const starts = new Int32Array(parts.length + 1);
  for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] ?? 0) + part.frameCount;
  const frameCount = starts.at(-1) ?? 0;
  const coefficients = new Float32Array(frameCount * coefficientCount);
  for (const [index, part] of parts.entries())
    coefficients.set(part.coefficients, (starts[index] ?? 0) * coefficientCount);
  return { cepstra: { frameCount, coefficients }, starts };
}

function trimmed(cepstra: Cepstra): Cepstra {
  const loudness = loudnessOf(cepstra);
  const threshold = loudness.reduce((peak, level) => Math.max(peak, level), -Infinity) - silenceBelowPeak;
  const isSound = (level: number) => level > threshold;
  return excerpt(cepstra, loudness.findIndex(isSound), loudness.findLastIndex(isSound) + 1);
}
