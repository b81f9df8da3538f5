import type { TranscriptProblem } from '../../model/transcript.ts';
import { type CueTiming, type Fractions, fractionsOf, parseCueTime } from '../cue-times.ts';
import { problem } from '../problems.ts';
import { type Line, linesOf } from './lines.ts';

/** A cue as its file has it: times, and lines still with their mark-up. */
export interface RawCue extends CueTiming {
  /** Of the timing, 1-based. */
  readonly line: number;
  readonly lines: readonly Line[];
}

interface Syntax {
  /** Matches a timing line, with the groups `start` and `end`. */
  readonly timing: RegExp;
  /** A block that begins with this line holds no words (`NOTE`, `STYLE`). */
  readonly aside?: RegExp | undefined;
}

interface OpenCue extends RawCue {
  readonly lines: Line[];
}

/**
 * Reads cues tolerantly: odd times, missing numbers and missing blank lines between cues. Words that stand
 * outside any cue go to the cue before them, and every such place is reported.
 */
export function readCueBlocks(text: string, { timing, aside }: Syntax) {
  const fractions = fractionsOf(text);
  const cues: OpenCue[] = [];
  const problems: TranscriptProblem[] = [];
  for (const { line, kind, afterBlank } of kindsOf(linesOf(text), timing, aside)) {
    const cue = cues.at(-1);
    if (kind === 'timing') {
      const timed: OpenCue = { line: line.line, lines: [], ...readTiming(line, timing, fractions) };
      cues.push(timed);
      if (!isTimed(timed)) problems.push(unreadableTimes(line));
      continue;
    }
    if (cue === undefined || afterBlank) problems.push(outsideCue(line, cue === undefined));
    if (cue !== undefined) cue.lines.push(line);
    else cues.push({ line: line.line, startSeconds: undefined, endSeconds: undefined, lines: [line] });
  }
  return { cues, problems };
}

function isTimed({ startSeconds, endSeconds }: CueTiming): boolean {
  return startSeconds !== undefined && endSeconds !== undefined;
}

function readTiming({ text }: Line, timing: RegExp, fractions: Fractions): CueTiming {
  const { start = '', end = '' } = timing.exec(text.trim())?.groups ?? {};
  return { startSeconds: parseCueTime(start, fractions), endSeconds: parseCueTime(end, fractions) };
}

/** Tells timings, words and the rest apart by what stands around a line. */
function* kindsOf(lines: readonly Line[], timing: RegExp, aside: RegExp | undefined) {
  let afterBlank = true;
  let isAside = false;
  for (const [index, line] of lines.entries()) {
    const text = line.text.trim();
    if (timing.test(text)) {
      isAside = false;
      yield { line, kind: 'timing', afterBlank } as const;
    } else if (text !== '') {
      isAside ||= afterBlank && aside?.test(text) === true;
      const isWords = !isAside && !isIdentifier(text, afterBlank, timing.test(lines[index + 1]?.text.trim() ?? ''));
      if (isWords) yield { line, kind: 'words', afterBlank } as const;
    } else isAside = false;
    afterBlank = text === '';
  }
}

/** A cue's number or name: the line above its timing. Without a blank line before it, only a number can be told from words. */
function isIdentifier(text: string, afterBlank: boolean, beforeTiming: boolean): boolean {
  return beforeTiming && (afterBlank || /^\d+$/.test(text));
}

function unreadableTimes({ text, line }: Line): TranscriptProblem {
  return problem(
    'transcript-times',
    line,
    `“${text.trim()}” should say when the words below it begin and end, but a time in it cannot be read. The words were kept.`,
    'Write both times as hours, minutes and seconds, such as 00:01:02.500 --> 00:01:05.000.',
  );
}

function outsideCue({ text, line }: Line, isFirst: boolean): TranscriptProblem {
  const words = text.trim().slice(0, 60);
  return problem(
    'transcript-damaged',
    line,
    isFirst
      ? `“${words}” comes before the first time in the file, so nothing says when it is spoken. It was kept without a time.`
      : `“${words}” follows a blank line without a time of its own. It was kept with the words above it.`,
    'Delete the blank line, or write the times of these words on a line above them.',
  );
}
