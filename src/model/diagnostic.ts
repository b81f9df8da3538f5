import type { Range } from '../text/positions.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One finding in its place. Every field is required on purpose: a finding without a remedy is half done. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the project root, with `/` on every platform. */
  readonly file: string;
  readonly range: Range;
  /** What is wrong, in plain words. */
  readonly message: string;
  /** What to do about it, as an order. */
  readonly remedy: string;
  /** True where the place is said but never what stands there: reports show no source line. */
  readonly hidesSource?: boolean;
  /** The one safe repair, where there is one. */
  readonly fix?: Fix;
  /** Spellings that a person may choose to have put right. */
  readonly offers?: readonly SpellingOffer[];
}

/** Words that are perhaps meant to be others: only a person knows. */
export interface SpellingOffer {
  readonly wrong: string;
  readonly right: string;
}

/** A change of a file's own text that needs no decision. Offsets are UTF-16 units of the decoded text. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What was done, in the past tense: `wrote the date as 2026-03-01`. */
  readonly description: string;
}

/** By file, then place, then rule: the order in which a person works through them. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
