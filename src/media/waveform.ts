/** The most peaks that a waveform is drawn from. */
const mostPeaks = 2000;

/** Peaks of equal stretches of sound, of which there are never more than 2,000: two are made one when they are. */
export class Waveform {
  readonly #peaks: number[] = [];
  #stepsPerPeak = 1;
  #steps = 0;
  #highest = 0;

  /** Adds the peak (0 to 1, or a little more) of the next step. */
  add(peak: number): void {
    this.#highest = Math.max(this.#highest, peak);
    this.#steps++;
    if (this.#steps < this.#stepsPerPeak) return;
    this.#peaks.push(Math.round(Math.min(1, this.#highest) * 1000) / 1000);
    [this.#steps, this.#highest] = [0, 0];
    if (this.#peaks.length === mostPeaks) this.#halve();
  }

  peaks(secondsPerStep: number): { readonly secondsPerPeak: number; readonly peaks: readonly number[] } {
    return { secondsPerPeak: secondsPerStep * this.#stepsPerPeak, peaks: [...this.#peaks] };
  }

  #halve(): void {
    for (let i = 0; i < mostPeaks / 2; i++) {
      this.#peaks[i] = Math.max(this.#peaks[2 * i] ?? 0, this.#peaks[2 * i + 1] ?? 0);
    }
    this.#peaks.length = mostPeaks / 2;
    this.#stepsPerPeak *= 2;
  }
}
