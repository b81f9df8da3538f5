import type { TranscriptProblem } from '../../model/transcript.ts';
import { problem } from '../problems.ts';
import type { Line } from './lines.ts';

const heading = /^(?:(?:full|episode)\s+)?transcript(?:ion)?\s*:?$/i;
const credit = /^(?:transcribed by|transcript by|transcription by|this transcript was (?:exported|generated))\b/i;

/** The lines of the talk alone: what stands above a heading “Transcript”, and the line by which a tool names itself, is nothing anyone says. */
export function withoutFrame(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly problems: readonly TranscriptProblem[];
} {
  const problems: TranscriptProblem[] = [];
  const start = lines.findIndex(({ text }) => heading.test(text.trim()));
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const [above, title] = [lines[first], lines[start]];
  if (above !== undefined && title !== undefined && first < start) problems.push(aboveHeading(above, title));
  const kept = lines.slice(start + 1).filter(({ text, line }) => {
    if (!credit.test(text.trim())) return true;
    problems.push(madeBy(line, text.trim()));
    return false;
  });
  return { lines: kept, problems };
}

function aboveHeading({ line }: Line, title: Line): TranscriptProblem {
  return problem(
    'transcript-left-out',
    line,
    `What stands above the heading “${title.text.trim()}” in line ${title.line} was left out of the transcript.`,
    'Delete the heading if those lines are part of the transcript.',
  );
}

function madeBy(line: number, text: string): TranscriptProblem {
  return problem(
    'transcript-left-out',
    line,
    `“${text}” was left out: it names the tool or the typist, and nobody says it.`,
    'Delete the line from the transcript, or put it into square brackets if it should be published.',
  );
}
