import type { SpellingOffer } from '../model/diagnostic.ts';

/** Something in a transcript that a person should look at. Offsets are UTF-16 units of the turn's text. */
export interface Remark {
  /** The number of the turn, from 0. */
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** True where two signs agree: a person is asked to act, not only told. */
  readonly isSure: boolean;
  /** A few words to stand beside the place. */
  readonly hint: string;
  /** What is wrong, in plain words. */
  readonly message: string;
  /** What to do, as an order. */
  readonly remedy: string;
  /** The spelling that may be meant. */
  readonly offers?: readonly SpellingOffer[];
}
