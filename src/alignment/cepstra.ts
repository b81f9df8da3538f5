import { type Background, BackgroundMeter } from './background.ts';
import { PairedSpectra } from './fourier.ts';

/** Samples a second of the sound that is analysed. */
export const sampleRate = 16_000;
export const framesASecond = 100;

/** Numbers that describe the sound of one frame: its loudness in decibels, and the cepstral coefficients 1 … 8. */
export const coefficientCount = 9;

/** The sound of a recording, one frame every 10 ms; frame k is centred at k × 10 ms. */
export interface Cepstra {
  readonly frameCount: number;
  /** `coefficientCount` numbers a frame. */
  readonly coefficients: Float32Array;
}

const hop = sampleRate / framesASecond;
const windowLength = 0.025 * sampleRate;
const transformLength = 512;
const bandCount = 40;
const lowestHertz = 80;
const highestHertz = 6000;
/** Power taken for silence (-70 dB): quieter sounds do not count as different from it. */
const silentPower = 1e-7;
const framesAChunk = 4096;

interface Band {
  /** The first bin of the spectrum that counts. */
  readonly first: number;
  readonly weights: Float32Array;
}

/** Scaled so that the power of a full-scale tone is about 1. */
const hann = Float64Array.from(
  { length: windowLength },
  (_, k) => (4 / windowLength) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (k + 0.5)) / windowLength)),
);
const bands = melBands();
const cosines = Float32Array.from({ length: coefficientCount * bandCount }, (_, index) =>
  Math.cos((Math.PI * Math.floor(index / bandCount) * ((index % bandCount) + 0.5)) / bandCount),
);

/** Draws the cepstra from mono sound that comes in pieces; keeps of the sound no more than a frame. */
export class CepstraRecorder {
  readonly #spectra = new PairedSpectra(transformLength);
  readonly #bandPowers = new Float64Array(bandCount);
  readonly #logPowers = new Float64Array(bandCount);
  readonly #chunks: Float32Array[] = [];
  readonly #meter = new BackgroundMeter();
  readonly #floor: Float64Array;
  #squares = 0;
  #samples = 0;
  #frames = 0;
  /** Silence first, so that the first frame is centred on the first sample. */
  #waiting = new Float32Array(windowLength / 2);

  /**
   * @param behind what is to be heard behind the sound, as if both had been recorded together
   * @param power mean square of the sound that is to come
   */
  constructor(behind: Background = [], power = 0) {
    this.#floor = Float64Array.from({ length: bandCount }, (_, band) => silentPower + power * (behind[band] ?? 0));
  }

  /** The steady sound behind what was pushed. */
  get background(): Background {
    return this.#meter.background(this.#squares / Math.max(1, this.#samples));
  }

  /** Takes the next samples, -1 … 1. */
  push(samples: Float32Array): void {
    this.#squares += squareSum(samples);
    this.#samples += samples.length;
    const sound = new Float32Array(this.#waiting.length + samples.length);
    sound.set(this.#waiting);
    sound.set(samples, this.#waiting.length);
    const frames = Math.max(0, Math.floor((sound.length - windowLength) / hop) + 1);
    for (let frame = 0; frame < frames; frame += 2) {
      const paired = frame + 1 < frames;
      load(sound, frame * hop, this.#spectra.first);
      if (paired) load(sound, (frame + 1) * hop, this.#spectra.second);
      else this.#spectra.second.fill(0);
      this.#spectra.transform();
      this.#record(this.#spectra.firstPower);
      if (paired) this.#record(this.#spectra.secondPower);
    }
    this.#waiting = sound.slice(frames * hop);
  }

  /** The cepstra of all that was pushed. */
  finish(): Cepstra {
    this.push(new Float32Array(windowLength / 2));
    const coefficients = new Float32Array(this.#frames * coefficientCount);
    for (const [index, chunk] of this.#chunks.entries()) {
      const place = index * chunk.length;
      coefficients.set(chunk.subarray(0, coefficients.length - place), place);
    }
    return { frameCount: this.#frames, coefficients };
  }

  #record(power: Float64Array): void {
    const place = (this.#frames % framesAChunk) * coefficientCount;
    if (place === 0) this.#chunks.push(new Float32Array(framesAChunk * coefficientCount));
    const chunk = this.#chunks.at(-1) ?? new Float32Array(0);
    let total = silentPower;
    for (let band = 0; band < bandCount; band++) {
      const inBand = bandPower(power, bands[band]);
      const floor = this.#floor[band] ?? 0;
      total += inBand + floor - silentPower;
      this.#bandPowers[band] = inBand;
      this.#logPowers[band] = Math.log(inBand + floor);
    }
    this.#meter.add(this.#bandPowers);
    chunk[place] = 10 * Math.log10(total);
    for (let c = 1; c < coefficientCount; c++) {
      let sum = 0;
      for (let band = 0; band < bandCount; band++)
        sum += (cosines[c * bandCount + band] ?? 0) * (this.#logPowers[band] ?? 0);
      chunk[place + c] = sum;
    }
    this.#frames++;
  }
}

/** Decibels below full scale, one number a frame. */
export function loudnessOf({ frameCount, coefficients }: Cepstra): Float32Array {
  return Float32Array.from({ length: frameCount }, (_, frame) => coefficients[frame * coefficientCount] ?? 0);
}

/** The frames from `from` to before `to`. */
export function excerpt({ frameCount, coefficients }: Cepstra, from: number, to: number): Cepstra {
  const start = Math.min(Math.max(0, from), frameCount);
  const end = Math.min(Math.max(start, to), frameCount);
  return {
    frameCount: end - start,
    coefficients: coefficients.slice(start * coefficientCount, end * coefficientCount),
  };
}

export function squareSum(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum;
}

function load(sound: Float32Array, position: number, frame: Float64Array): void {
  for (let k = 0; k < windowLength; k++) frame[k] = (sound[position + k] ?? 0) * (hann[k] ?? 0);
  frame.fill(0, windowLength);
}

function bandPower(power: Float64Array, band: Band | undefined): number {
  if (band === undefined) return 0;
  let sum = 0;
  for (let k = 0; k < band.weights.length; k++) sum += (band.weights[k] ?? 0) * (power[band.first + k] ?? 0);
  return sum;
}

/** Triangles evenly spaced on the mel scale, each half over its neighbours. */
function melBands(): readonly Band[] {
  const melOf = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
  const hertzOf = (mel: number) => 700 * (10 ** (mel / 2595) - 1);
  const low = melOf(lowestHertz);
  const step = (melOf(highestHertz) - low) / (bandCount + 1);
  const binHertz = sampleRate / transformLength;
  return Array.from({ length: bandCount }, (_, band) => {
    const left = hertzOf(low + band * step);
    const centre = hertzOf(low + (band + 1) * step);
    const right = hertzOf(low + (band + 2) * step);
    const first = Math.floor(left / binHertz);
    const weights = Float32Array.from({ length: Math.ceil(right / binHertz) - first + 1 }, (_, k) => {
      const hertz = (first + k) * binHertz;
      return Math.max(0, Math.min((hertz - left) / (centre - left), (right - hertz) / (right - centre)));
    });
    return { first, weights };
  });
}
