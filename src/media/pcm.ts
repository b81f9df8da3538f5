/** A piece of decoded sound, in the order of the file. */
export interface PcmBlock {
  /** One array of samples per channel, all equally long; full scale is −1 to 1. */
  readonly channels: readonly Float32Array[];
  /** Samples per second and channel: the same in every block of a file. */
  readonly sampleRate: number;
}

/** The sound as one channel, the mean of all, at `sampleRate`: what recognisers and aligners work on. */
export async function* monoAt(blocks: AsyncIterable<PcmBlock>, sampleRate: number): AsyncGenerator<Float32Array> {
  let resampler: Resampler | undefined;
  for await (const block of blocks) {
    resampler ??= new Resampler(block.sampleRate, sampleRate);
    const samples = resampler.add(mono(block.channels));
    if (samples.length > 0) yield samples;
  }
  const rest = resampler?.end();
  if (rest !== undefined && rest.length > 0) yield rest;
}

function mono(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  if (others.length === 0) return first;
  const mixed = first.slice();
  for (const channel of others) for (let i = 0; i < mixed.length; i++) mixed[i] = (mixed[i] ?? 0) + (channel[i] ?? 0);
  return mixed.map((sample) => sample / channels.length);
}

/** Zero crossings of the filter on each side, and the shape of its window: aliases stay 60 dB down. */
const crossings = 8;
const kaiserBeta = 6;

/**
 * Changes the sample rate of a stream by a windowed sinc, one filter for each of the places that an output sample can
 * have between two input samples. Adds no delay: the first sample out is the first sample in.
 */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #half: number;
  readonly #filters: readonly Float32Array[];
  #pending: Float32Array;
  #phase = 0;

  constructor(from: number, to: number) {
    const divisor = gcd(from, to);
    this.#up = to / divisor;
    this.#down = from / divisor;
    const cutoff = Math.min(1, to / from) * 0.95;
    this.#half = Math.ceil(crossings / cutoff);
    this.#filters = Array.from({ length: this.#up }, (_, phase) => filter(phase / this.#up, this.#half, cutoff));
    this.#pending = new Float32Array(this.#half - 1);
  }

  add(samples: Float32Array): Float32Array {
    if (this.#up === this.#down) return samples;
    const input = new Float32Array(this.#pending.length + samples.length);
    input.set(this.#pending);
    input.set(samples, this.#pending.length);
    const taps = 2 * this.#half;
    const output = new Float32Array(Math.ceil(((input.length + 1) * this.#up) / this.#down) + 1);
    let [count, start] = [0, 0];
    for (; start + taps <= input.length; count++) {
      const weights = this.#filters[this.#phase] ?? input;
      let sum = 0;
      for (let i = 0; i < taps; i++) sum += (input[start + i] ?? 0) * (weights[i] ?? 0);
      output[count] = sum;
      this.#phase += this.#down;
      start += Math.floor(this.#phase / this.#up);
      this.#phase %= this.#up;
    }
    this.#pending = input.slice(Math.min(start, input.length));
    return output.slice(0, count);
  }

  /** The last samples, for which the filter needs silence behind the end. */
  end(): Float32Array {
    return this.#up === this.#down ? new Float32Array(0) : this.add(new Float32Array(this.#half));
  }
}

/** Weights of the input samples from `half - 1` before an output sample, at `offset` past one of them, to `half` after. */
function filter(offset: number, half: number, cutoff: number): Float32Array {
  const weights = Float32Array.from({ length: 2 * half }, (_, i) => {
    const x = i - (half - 1) - offset;
    const angle = Math.PI * x * cutoff;
    const window = bessel(kaiserBeta * Math.sqrt(Math.max(0, 1 - (x / half) ** 2))) / bessel(kaiserBeta);
    return (x === 0 ? 1 : Math.sin(angle) / angle) * cutoff * window;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The modified Bessel function of the first kind, order zero, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-9; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
