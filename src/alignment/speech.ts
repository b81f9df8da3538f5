import { type Cepstra, loudnessOf } from './cepstra.ts';
import { featuresOf } from './features.ts';
import type { Sound, SpokenSentences } from './passes.ts';
import type { Reference } from './reference.ts';

/** A recording without its voice and its microphone, and with its pauses marked. */
export function soundOf(cepstra: Cepstra): Sound {
  const quiet = quietness(cepstra);
  const isSpeech = Uint8Array.from(quiet, (share) => (share < 0.5 ? 1 : 0));
  return { features: featuresOf(cepstra, isSpeech), quietness: quiet };
}

export function spokenSentencesOf({ cepstra, starts }: Reference): SpokenSentences {
  return { features: soundOf(cepstra).features, starts };
}

/**
 * Which frames are quiet, from 0 (sound) to 1 (a pause): judged by the recording's own quietest and loudest frames, so
 * that a hiss or a hum counts as quiet.
 */
function quietness(cepstra: Cepstra): Float32Array {
  const loudness = loudnessOf(cepstra);
  const sorted = loudness.toSorted();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const floor = at(0.03);
  const range = at(0.9) - floor;
  // Without pauses there is nothing to tell them by.
  if (range < 6) return new Float32Array(loudness.length);
  const quiet = floor + 0.2 * range;
  const loud = floor + 0.4 * range;
  return loudness.map((level) => Math.min(1, Math.max(0, (loud - level) / (loud - quiet))));
}
