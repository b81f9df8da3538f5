import type { LoudnessReport } from '../model/media.ts';

/** Sixty decibels below: what is left of a channel that was meant to be silent, or of a difference that is none. */
const negligible = 1e-6;
/** Channels that agree this badly cancel each other out on a single loudspeaker. */
const outOfPhase = -0.7;

/** Compares the two channels of a stereo sound. */
export class StereoImage {
  #channels = 0;
  #left = 0;
  #right = 0;
  #product = 0;
  #difference = 0;

  add(channels: readonly Float32Array[]): void {
    this.#channels = Math.max(this.#channels, channels.length);
    const [left, right] = channels;
    if (left === undefined || right === undefined || channels.length > 2) return;
    let [ll, rr, lr, dd] = [0, 0, 0, 0];
    for (let i = 0; i < left.length; i++) {
      const [l, r] = [left[i] ?? 0, right[i] ?? 0];
      ll += l * l;
      rr += r * r;
      lr += l * r;
      dd += (l - r) * (l - r);
    }
    this.#left += ll;
    this.#right += rr;
    this.#product += lr;
    this.#difference += dd;
  }

  get image(): LoudnessReport['image'] {
    if (this.#channels === 1) return 'mono';
    const [quieter, louder] = [this.#left, this.#right].sort((a, b) => a - b);
    if (this.#channels !== 2 || !louder || quieter === undefined) return 'stereo';
    if (quieter < louder * negligible) return this.#left < this.#right ? 'right-only' : 'left-only';
    if (this.#difference < louder * negligible) return 'identical-channels';
    return this.#product / Math.sqrt(this.#left * this.#right) < outOfPhase ? 'out-of-phase' : 'stereo';
  }
}
