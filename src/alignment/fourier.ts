/**
 * The power spectra of two real signals by one complex Fourier transform (radix 2): one rides as the real part, the
 * other as the imaginary part, and symmetry tells them apart afterwards.
 */
export class PairedSpectra {
  readonly size: number;
  /** The two windowed signals, `size` samples each: write here, then call `transform`. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Power at the bins 0 … size / 2 of each signal, after `transform`. */
  readonly firstPower: Float64Array;
  readonly secondPower: Float64Array;
  readonly #swaps: Uint32Array;
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;

  /** @param size samples in a frame, a power of two */
  constructor(size: number) {
    this.size = size;
    this.first = new Float64Array(size);
    this.second = new Float64Array(size);
    this.firstPower = new Float64Array(size / 2 + 1);
    this.secondPower = new Float64Array(size / 2 + 1);
    this.#swaps = bitReversals(size);
    this.#cosines = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sines = Float64Array.from({ length: size / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
  }

  /** Turns the two signals into their power spectra. The signals are overwritten. */
  transform(): void {
    this.#reorder();
    for (let half = 1; half < this.size; half *= 2) this.#butterflies(half);
    this.#separate();
  }

  #reorder(): void {
    const { first, second } = this;
    for (let i = 0; i < this.size; i++) {
      const j = this.#swaps[i] ?? 0;
      if (j <= i) continue;
      const real = first[i] ?? 0;
      const imaginary = second[i] ?? 0;
      first[i] = first[j] ?? 0;
      second[i] = second[j] ?? 0;
      first[j] = real;
      second[j] = imaginary;
    }
  }

  #butterflies(half: number): void {
    const { first, second, size } = this;
    const stride = size / (2 * half);
    for (let k = 0; k < half; k++) {
      const cosine = this.#cosines[k * stride] ?? 0;
      const sine = this.#sines[k * stride] ?? 0;
      for (let i = k; i < size; i += 2 * half) {
        const j = i + half;
        const x = first[j] ?? 0;
        const y = second[j] ?? 0;
        const real = x * cosine - y * sine;
        const imaginary = x * sine + y * cosine;
        first[j] = (first[i] ?? 0) - real;
        second[j] = (second[i] ?? 0) - imaginary;
        first[i] = (first[i] ?? 0) + real;
        second[i] = (second[i] ?? 0) + imaginary;
      }
    }
  }

  #separate(): void {
    const { first, second, size } = this;
    for (let k = 0; k <= size / 2; k++) {
      const mirror = (size - k) % size;
      const evenReal = ((first[k] ?? 0) + (first[mirror] ?? 0)) / 2;
      const oddReal = ((first[k] ?? 0) - (first[mirror] ?? 0)) / 2;
      const evenImaginary = ((second[k] ?? 0) + (second[mirror] ?? 0)) / 2;
      const oddImaginary = ((second[k] ?? 0) - (second[mirror] ?? 0)) / 2;
      this.firstPower[k] = evenReal ** 2 + oddImaginary ** 2;
      this.secondPower[k] = evenImaginary ** 2 + oddReal ** 2;
    }
  }
}

function bitReversals(size: number): Uint32Array {
  const bits = Math.log2(size);
  return Uint32Array.from({ length: size }, (_, index) => {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((index >> bit) & 1) << (bits - 1 - bit);
    return reversed;
  });
}
