import type { Range } from '../text/positions.ts';

/** Offsets into the notes. */
export type Span = readonly [start: number, end: number];

/** The range of a span of the notes in the episode's file. */
export type Located = (span: Span) => Range;

/** A link of the notes. A class, for there are thousands; its place is worked out for the few that something is wrong with. */
export class NoteLink {
  /** As written, not resolved. */
  readonly href: string;
  /** What a reader sees of it, on one line. */
  readonly words: string;
  /** True for an address that became a link by itself. */
  readonly isBare: boolean;
  readonly #place: Span;
  readonly #locate: Located;

  constructor(href: string, words: string, isBare: boolean, place: Span, locate: Located) {
    this.href = href;
    this.words = words.replace(/\s+/g, ' ').trim();
    this.isBare = isBare;
    this.#place = place;
    this.#locate = locate;
  }

  get range(): Range {
    return this.#locate(this.#place);
  }
}
