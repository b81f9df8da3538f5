import type { Diagnostic } from '../model/diagnostic.ts';

export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** The text of each file a diagnostic points into, by project path. */
  readonly sources: ReadonlyMap<string, string>;
  readonly color: boolean;
  /** How wide the terminal is; absent where there is none. */
  readonly columns?: number | undefined;
  /** What the rules say of themselves, by id, for formats that carry it. */
  readonly rules: ReadonlyMap<string, { readonly summary: string; readonly why: string; readonly remedy: string }>;
  /** Further facts for programs, such as what a build wrote. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Turns findings into text. Pure: the caller prints it. */
export type Reporter = (report: Report) => string;
