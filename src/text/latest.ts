/**
 * Remembers what was made of the last thing that it was asked about. All rules look at one episode before they look at the next, and
 * all forms of a transcript are written before those of the next: so they share what is dear to make, and a show of thousands is
 * never held in memory twice.
 */
export class Latest<K extends object, V> {
  #latest: { readonly key: K; readonly value: V } | undefined;

  of(key: K, make: () => V): V {
    if (this.#latest?.key !== key) this.#latest = { key, value: make() };
    return this.#latest.value;
  }
}
