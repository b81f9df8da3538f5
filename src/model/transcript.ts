/** The forms in which transcripts come in; told from the content, not from the file's name. */
export type TranscriptFormat =
  | 'plain'
  | 'markdown'
  | 'docx'
  | 'webvtt'
  | 'srt'
  | 'podcast-json'
  | 'recogniser-json'
  | 'html'
  | 'sbv'
  | 'ttml';

/** Whoever speaks. `name` is the published one, after matching against the episode's people. */
export interface Speaker {
  readonly name: string;
  readonly organisation?: string | undefined;
}

/** Times are seconds from the start of the audio; absent when nobody measured them. ppod never invents one. */
export interface Word {
  readonly text: string;
  readonly startSeconds?: number | undefined;
  readonly endSeconds?: number | undefined;
}

/** A sentence of an untimed transcript, or a cue of a timed one. */
export interface Segment {
  /** One line of text, single-spaced, without mark-up. */
  readonly text: string;
  readonly startSeconds?: number | undefined;
  readonly endSeconds?: number | undefined;
  readonly words?: readonly Word[] | undefined;
  /** Where the segment begins in its source file, 1-based. */
  readonly line: number;
}

/** An unbroken stretch of one speaker, or of nobody named: a preamble, a note, an outro, a description of sound. */
export interface Turn {
  readonly speaker: Speaker | undefined;
  /** Paragraphs of segments: a transcript's own paragraphs are kept. */
  readonly paragraphs: readonly (readonly Segment[])[];
}

export interface Transcript {
  /** Project path of the file it was read from. */
  readonly source: string;
  readonly format: TranscriptFormat;
  /** True when every segment has a start and an end. */
  readonly isTimed: boolean;
  readonly turns: readonly Turn[];
}

/** A fault of a transcript file, with its place. Codes are the ids of the rules that report them. */
export interface TranscriptProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

/** What a reader makes of one file: never an exception, never silent loss. */
export interface ParsedTranscript {
  readonly format: TranscriptFormat;
  readonly turns: readonly Turn[];
  readonly problems: readonly TranscriptProblem[];
}
