/**
 * Remembers what was made of what: from the same parts (the very same objects or equal primitives) comes the same thing again,
 * not another like it. So a preview, which builds again and again, works out anew only what has changed. Nothing outlives its key.
 */
export class Reuse<T> {
  readonly #made = new WeakMap<object, { readonly parts: readonly unknown[]; readonly value: T }>();

  get(key: object, parts: readonly unknown[], make: () => T): T {
    const earlier = this.#made.get(key);
    if (earlier?.parts.length === parts.length && parts.every((part, index) => part === earlier.parts[index])) {
      return earlier.value;
    }
    const value = make();
    this.#made.set(key, { parts, value });
    return value;
  }
}
