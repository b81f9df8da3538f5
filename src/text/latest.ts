/**
 * Remembers what was made of the last thing that it was asked about, or of the last `count`. All rules look at one episode before they look at the next, and
 * all forms of a transcript are written before those of the next: so they share what is dear to make, and a show of thousands is
 * never held in memory twice.
 */
export class Latest<K extends object, V> {
  readonly #count: number;
  readonly #latest: { readonly key: K; readonly value: V }[] = [];

  constructor(count = 1) {
    this.#count = count;
  }

  of(key: K, make: () => V): V {
    const known = this.#latest.find((one) => one.key === key);
    if (known !== undefined) return known.value;
    const value = make();
    this.#latest.push({ key, value });
    if (this.#latest.length > this.#count) this.#latest.shift();
    return value;
  }
}
