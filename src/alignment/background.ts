/** The steady sound behind a talk, such as a hiss or a hum: its power in each mel band, over the mean square of it all. */
export type Background = readonly number[];

/** Loudness is told apart in steps of a decibel, down to this far below full scale. */
const levels = 100;
/** Share of the frames that are taken for background alone: a talk has more pauses than that. */
const quietest = 0.05;

/** Learns the background of a recording from its quietest frames, and keeps none of them. */
export class BackgroundMeter {
  readonly #counts = new Float64Array(levels);
  /** For each loudness, the summed powers of every band. */
  readonly #sums: Float64Array[] = [];

  /** Takes the power of one frame in each band. */
  add(powers: Float64Array): void {
    let total = 10 ** (-levels / 10);
    for (const power of powers) total += power;
    const level = Math.min(levels - 1, Math.round(10 * Math.log10(total)) + levels);
    const sums = this.#sums[level] ?? new Float64Array(powers.length);
    for (const [band, power] of powers.entries()) sums[band] = (sums[band] ?? 0) + power;
    this.#sums[level] = sums;
    this.#counts[level] = (this.#counts[level] ?? 0) + 1;
  }

  /** @param meanSquare of all samples of the recording */
  background(meanSquare: number): Background {
    const frames = this.#counts.reduce((sum, count) => sum + count, 0);
    const quiet: Float64Array[] = [];
    let taken = 0;
    for (let level = 0; level < levels && taken < quietest * frames; level++) {
      taken += this.#counts[level] ?? 0;
      quiet.push(this.#sums[level] ?? new Float64Array(0));
    }
    const bands = Math.max(0, ...quiet.map(({ length }) => length));
    const share = (band: number) => quiet.reduce((sum, sums) => sum + (sums[band] ?? 0), 0) / taken / meanSquare;
    return meanSquare === 0 ? [] : Array.from({ length: bands }, (_, band) => share(band));
  }
}
