import { type Cepstra, coefficientCount } from './cepstra.ts';

/** The coefficients of a frame, and how the first of them change around it. */
const changeCount = 7;
export const featureCount = coefficientCount + changeCount;
/** A change is measured from so many frames before to so many after. */
const changeReach = 5;
/** Standard deviations beyond which a feature says no more. */
const bound = 3;

/**
 * How much each feature counts: how much better than chance it agrees between synthetic and human speech (measured:
 * `docs/alignment.md`). The high cepstral coefficients agree no better than chance.
 */
const weights = Float32Array.of(
  ...[1, 1.45, 1, 1.1, 1.1, 0.85, 0.75, 0.65, 0.55],
  ...[0.85, 1.1, 0.75, 0.85, 0.85, 0.6, 0.5],
);

/**
 * What is left of a recording when its voice and its microphone are taken out: `featureCount` numbers a frame, each
 * with mean 0 and variance 1 over the frames of speech.
 * @param isSpeech 1 for the frames that are taken for speech
 */
export function featuresOf({ frameCount, coefficients }: Cepstra, isSpeech: Uint8Array): Float32Array {
  const features = new Float32Array(frameCount * featureCount);
  const coefficient = (frame: number, c: number) =>
    coefficients[Math.min(frameCount - 1, Math.max(0, frame)) * coefficientCount + c] ?? 0;
  for (let frame = 0; frame < frameCount; frame++) {
    const place = frame * featureCount;
    for (let c = 0; c < coefficientCount; c++) features[place + c] = coefficient(frame, c);
    for (let c = 0; c < changeCount; c++)
      features[place + coefficientCount + c] =
        coefficient(frame + changeReach, c) - coefficient(frame - changeReach, c);
  }
  standardise(features, isSpeech);
  return features;
}

/** Shifts and stretches each feature so that the frames that count have mean 0 and variance 1; bounds all frames. */
export function standardise(features: Float32Array, counts: Uint8Array): void {
  for (let c = 0; c < featureCount; c++) {
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let frame = 0; frame < counts.length; frame++) {
      if (counts[frame] !== 1) continue;
      const value = features[frame * featureCount + c] ?? 0;
      sum += value;
      squares += value * value;
      count++;
    }
    const mean = count === 0 ? 0 : sum / count;
    const deviation = Math.sqrt(Math.max(1e-9, squares / Math.max(1, count) - mean * mean));
    for (let frame = 0; frame < counts.length; frame++) {
      const place = frame * featureCount + c;
      features[place] = Math.min(bound, Math.max(-bound, ((features[place] ?? 0) - mean) / deviation));
    }
  }
}

/** The means of every `width` frames from `from` to before `to`, the last group being shorter if need be. */
export function average(
  features: Float32Array,
  from: number,
  to: number,
  width: number,
  into: Float32Array,
  row: number,
): void {
  let place = row * featureCount;
  for (let frame = from; frame < to; frame += width) {
    const end = Math.min(frame + width, to);
    for (let c = 0; c < featureCount; c++) {
      let sum = 0;
      for (let k = frame; k < end; k++) sum += features[k * featureCount + c] ?? 0;
      into[place + c] = sum / (end - frame);
    }
    place += featureCount;
  }
}

/** Multiplies each feature by its weight. */
export function weigh(features: Float32Array): void {
  for (let place = 0; place < features.length; place++)
    features[place] = (features[place] ?? 0) * (weights[place % featureCount] ?? 0);
}

/** How unlike two weighted frames are. */
export function distance(a: Float32Array, frameOfA: number, b: Float32Array, frameOfB: number): number {
  let sum = 0;
  for (let c = 0; c < featureCount; c++) {
    const difference = (a[frameOfA * featureCount + c] ?? 0) - (b[frameOfB * featureCount + c] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
