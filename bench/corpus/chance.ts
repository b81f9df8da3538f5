/** Numbers from 0 up to 1 that look random and are the same for the same seed. */
export type Chance = () => number;

/** Mulberry32: small, quick, and good enough for texts that nobody reads. */
export function chance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(list: readonly [T, ...T[]], random: Chance): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** A whole number from `least` to `most`. */
export function between(least: number, most: number, random: Chance): number {
  return least + Math.floor(random() * (most - least + 1));
}
