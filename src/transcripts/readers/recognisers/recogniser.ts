import type { Utterance } from '../../reader.ts';

/**
 * Reads the JSON of one program, or answers `undefined` when the data has another shape.
 *
 * @param lineOf Where in the file a string stands; ask in the order of the file.
 */
export type Recogniser = (data: unknown, lineOf: (text: string) => number) => readonly Utterance[] | undefined;

/** The label for a speaker whom a recogniser only counts: `Speaker 0`, `Speaker A`. */
export function numberedLabel(speaker: string | number | null | undefined): string | undefined {
  if (speaker === undefined || speaker === null || speaker === '') return undefined;
  return /^(?:\d+|[A-Z])$/.test(String(speaker)) ? `Speaker ${speaker}` : String(speaker);
}
