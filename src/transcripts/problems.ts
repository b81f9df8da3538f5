import type { TranscriptProblem } from '../model/transcript.ts';

/** The rules under which readers report. */
export type ReadingRule =
  /** Nothing could be read from the file. */
  | 'transcript-unreadable'
  /** A place of the file is broken; its words were kept. */
  | 'transcript-damaged'
  /** A time is missing or cannot be right. */
  | 'transcript-times'
  /** Text that is not part of the talk was left out. */
  | 'transcript-left-out'
  /** Captions were asked for, but no times are known. */
  | 'transcript-untimed';

const severities = {
  'transcript-unreadable': 'error',
  'transcript-damaged': 'warning',
  'transcript-times': 'warning',
  'transcript-left-out': 'info',
  'transcript-untimed': 'error',
} as const;

/** A finding of a reader at a line (1-based) of the file. */
export function problem(
  rule: ReadingRule,
  place: number | { readonly line: number; readonly column: number },
  message: string,
  remedy: string,
): TranscriptProblem {
  const { line, column } = typeof place === 'number' ? { line: place, column: 1 } : place;
  return { rule, severity: severities[rule], line, column, message, remedy };
}
