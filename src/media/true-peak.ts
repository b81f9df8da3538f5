/** Input samples on each side that an interpolated one is made from. */
const half = 8;
const taps = 2 * half;

/** Three values between two samples: four times the rate, as ITU-R BS.1770-4, annex 2, asks for at 48 kHz. */
const quarter = interpolator(0.25);
const middle = interpolator(0.5);
const threeQuarters = interpolator(0.75);

/**
 * Sound that was ever recorded has little near half the sample rate, and then a peak between two samples is at most
 * 4 dB higher than the higher of them. Quieter pairs cannot hold a new highest peak and are passed over.
 */
const worthwhile = 0.6;

/**
 * The highest level of one channel between its samples as well as on them, which is what a loudspeaker is made to
 * reproduce.
 */
export class TruePeak {
  /** 1 is full scale. */
  highest = 0;
  #pending = new Float32Array(taps - 1);

  add(samples: Float32Array): void {
    const input = new Float32Array(this.#pending.length + samples.length);
    input.set(this.#pending);
    input.set(samples, this.#pending.length);
    let highest = this.highest;
    let worth = highest * worthwhile;
    let next = Math.abs(input[half - 1] ?? 0);
    for (let at = 0; at + taps <= input.length; at++) {
      const level = next;
      next = Math.abs(input[at + half] ?? 0);
      if (level <= worth && next <= worth) continue;
      highest = Math.max(highest, level, between(input, at));
      worth = highest * worthwhile;
    }
    this.highest = highest;
    this.#pending = input.slice(input.length - taps + 1);
  }
}

/** The highest of the three values between the samples `half - 1` and `half` after `at`. */
function between(input: Float32Array, at: number): number {
  let [first, second, third] = [0, 0, 0];
  for (let i = 0; i < taps; i++) {
    const sample = input[at + i] ?? 0;
    first += sample * (quarter[i] ?? 0);
    second += sample * (middle[i] ?? 0);
    third += sample * (threeQuarters[i] ?? 0);
  }
  return Math.max(Math.abs(first), Math.abs(second), Math.abs(third));
}

/** Weights for the value at `offset` past a sample: a sinc under a raised cosine. */
function interpolator(offset: number): Float64Array {
  return Float64Array.from({ length: taps }, (_, i) => {
    const x = i - (half - 1) - offset;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (half + 1));
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  });
}
