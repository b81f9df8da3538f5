import type { Person } from '../model/person.ts';
import type { TranscriptFormat, TranscriptProblem, Word } from '../model/transcript.ts';
import { cleanText } from '../text/xml.ts';

/** A cue of a timed transcript or a sentence of an untimed one, under the speaker's name as the file writes it. */
export interface Utterance {
  readonly label: string | undefined;
  /** Single-spaced, without mark-up, never empty. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly startSeconds?: number | undefined;
  readonly endSeconds?: number | undefined;
  readonly words?: readonly Word[] | undefined;
  /** The file names the speaker anew here, so a turn begins even when the name is the one before. */
  readonly opensTurn?: boolean | undefined;
  readonly opensParagraph?: boolean | undefined;
}

export interface Reading {
  readonly utterances: readonly Utterance[];
  readonly problems: readonly TranscriptProblem[];
}

export interface ReadOptions {
  /** Who takes part in the episode: helps to tell a speaker's line from a line of text. */
  readonly people?: readonly Person[] | undefined;
}

/** One form of transcript. A new one is a file with a reader and a line in `read.ts`. */
export interface Reader {
  readonly format: TranscriptFormat;
  /** `name` is the file's name; decide by the content and let the name only break a tie. */
  recognises(text: string, name: string): boolean;
  read(text: string, options: ReadOptions): Reading;
}

/** Printable text, trimmed, with single spaces between words; no-break spaces become plain ones. */
export function singleSpaced(text: string): string {
  const clean = cleanText(text);
  return /[^\S ]| {2}|^ | $/.test(clean) ? clean.replace(/\s+/g, ' ').trim() : clean;
}
