import type { LoudnessReport } from '../model/media.ts';
import { KWeighting } from './k-weighting.ts';
import type { PcmBlock } from './pcm.ts';
import { StereoImage } from './stereo.ts';
import { TruePeak } from './true-peak.ts';
import { Waveform } from './waveform.ts';

/** Blocks of 400 ms begin every 100 ms (ITU-R BS.1770-4, annex 1): four of these steps make a block. */
const stepsPerSecond = 10;
const stepsPerBlock = 4;
const absoluteGate = -70;
const relativeGate = -10;

/** Quieter than this is silence: 60 dB below full scale, as a mean square. */
const silence = 1e-6;
/** From here on a sample counts as full scale; three in a row are no accident. */
const fullScale = 32767 / 32768;
const clippedRun = 3;

/** Measures decoded sound piece by piece, in memory that grows by a few bytes a second of sound. */
export class SoundMeter {
  #channels: Channel[] = [];
  readonly #image = new StereoImage();
  readonly #waveform = new Waveform();
  /** Weighted mean squares of the steps, channels added up. */
  readonly #steps: number[] = [];
  #sampleRate = 0;
  #stepSamples = 0;
  #filled = 0;
  #samples = 0;
  #weighted = 0;
  #plain = 0;
  #peak = 0;
  #firstSound: number | undefined;
  #afterLastSound = 0;

  add({ channels, sampleRate }: PcmBlock): void {
    if (this.#sampleRate === 0) this.#begin(channels.length, sampleRate);
    const length = channels[0]?.length ?? 0;
    this.#image.add(channels);
    for (const [index, channel] of this.#channels.entries()) channel.add(channels[index] ?? new Float32Array(length));
    for (let start = 0; start < length; ) {
      const end = Math.min(length, start + this.#stepSamples - this.#filled);
      this.#fill(channels, start, end);
      start = end;
    }
  }

  get report(): LoudnessReport {
    const durationSeconds = this.#sampleRate === 0 ? 0 : this.#samples / this.#sampleRate;
    return {
      durationSeconds,
      integratedLufs: integrated(this.#steps),
      truePeakDb: decibels(Math.max(0, ...this.#channels.map((channel) => channel.truePeak.highest))),
      clippings: this.#channels.reduce((sum, channel) => sum + channel.clippings, 0),
      silenceAtStartSeconds: this.#firstSound ?? durationSeconds,
      silenceAtEndSeconds: durationSeconds - this.#afterLastSound,
      image: this.#image.image,
      waveform: this.#waveform.peaks(1 / stepsPerSecond),
    };
  }

  #begin(channels: number, sampleRate: number): void {
    this.#sampleRate = sampleRate;
    this.#stepSamples = Math.max(1, Math.round(sampleRate / stepsPerSecond));
    this.#channels = Array.from({ length: channels }, (_, index) => new Channel(sampleRate, weight(index, channels)));
  }

  /** Adds samples that lie within one step; ends the step when it is full. */
  #fill(channels: readonly Float32Array[], start: number, end: number): void {
    for (const [index, { filter, weight }] of this.#channels.entries()) {
      const samples = channels[index];
      if (samples === undefined) continue;
      this.#weighted += weight * filter.energy(samples, start, end);
      const { energy, peak } = level(samples, start, end);
      this.#plain += energy / channels.length;
      this.#peak = Math.max(this.#peak, peak);
    }
    this.#filled += end - start;
    this.#samples += end - start;
    if (this.#filled === this.#stepSamples) this.#endStep();
  }

  #endStep(): void {
    const endSeconds = this.#samples / this.#sampleRate;
    this.#steps.push(this.#weighted / this.#filled);
    this.#waveform.add(this.#peak);
    if (this.#plain / this.#filled > silence) {
      this.#firstSound ??= endSeconds - this.#filled / this.#sampleRate;
      this.#afterLastSound = endSeconds;
    }
    [this.#filled, this.#weighted, this.#plain, this.#peak] = [0, 0, 0, 0];
  }
}

/** The sum of squares and the highest absolute value of the samples from `start` to `end`. */
function level(samples: Float32Array, start: number, end: number): { energy: number; peak: number } {
  let [energy, peak] = [0, 0];
  for (let i = start; i < end; i++) {
    const sample = samples[i] ?? 0;
    energy += sample * sample;
    if (sample > peak) peak = sample;
    else if (-sample > peak) peak = -sample;
  }
  return { energy, peak };
}

/** What is kept of each channel. */
class Channel {
  readonly filter: KWeighting;
  readonly weight: number;
  readonly truePeak = new TruePeak();
  clippings = 0;
  #run = 0;

  constructor(sampleRate: number, weight: number) {
    this.filter = new KWeighting(sampleRate);
    this.weight = weight;
  }

  add(samples: Float32Array): void {
    this.truePeak.add(samples);
    if (this.truePeak.highest < fullScale) return;
    let run = this.#run;
    for (let i = 0; i < samples.length; i++) {
      run = Math.abs(samples[i] ?? 0) >= fullScale ? run + 1 : 0;
      if (run === clippedRun) this.clippings++;
    }
    this.#run = run;
  }
}

/** Surround channels count more, the one for effects (fourth of six) not at all (ITU-R BS.1770-4, table 3). */
function weight(index: number, channels: number): number {
  if (channels < 5) return 1;
  if (channels > 5 && index === 3) return 0;
  return index < 3 ? 1 : 1.41;
}

/** The gated loudness of the whole, in LUFS; `undefined` where no block rises above the absolute gate. */
function integrated(steps: readonly number[]): number | undefined {
  const blocks = steps
    .slice(stepsPerBlock - 1)
    .map((_, i) => steps.slice(i, i + stepsPerBlock).reduce((sum, step) => sum + step, 0) / stepsPerBlock);
  const audible = blocks.filter((block) => lufs(block) > absoluteGate);
  const gate = lufs(mean(audible)) + relativeGate;
  const counted = audible.filter((block) => lufs(block) > gate);
  return counted.length === 0 ? undefined : lufs(mean(counted));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function lufs(meanSquare: number): number {
  return -0.691 + 10 * Math.log10(meanSquare);
}

function decibels(level: number): number | undefined {
  return level > 0 ? 20 * Math.log10(level) : undefined;
}
