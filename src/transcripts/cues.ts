import type { Person } from '../model/person.ts';
import type { TranscriptProblem } from '../model/transcript.ts';
import type { RawCue } from './cue-blocks.ts';
import { readCueText, type VoiceText } from './cue-text.ts';
import { acceptLabels, looksLikeLabel } from './labels.ts';
import { problem } from './problems.ts';
import { type Reading, singleSpaced, type Utterance } from './reader.ts';

type Piece = VoiceText & Pick<RawCue, 'startSeconds' | 'endSeconds'>;

const prefix = /^([^:\n]{1,120}?):(?:\s+|$)/u;

/**
 * Makes utterances of cues. A speaker is a voice tag, or a `Name:` in front. Many tools write `Name:` only
 * where the speaker changes, so without voice tags a cue that names nobody goes on under the last name.
 */
export function readCues(cues: readonly RawCue[], text: string, people: readonly Person[] = []): Reading {
  const problems: TranscriptProblem[] = [];
  const pieces: Piece[] = inOrder(cues, problems).flatMap((cue, index, all) => {
    const endSeconds = endOf(cue, all[index + 1], problems);
    return readCueText(cue.lines).map((piece) => ({ ...piece, startSeconds: cue.startSeconds, endSeconds }));
  });
  if (pieces.some(({ voice }) => voice !== undefined))
    return { utterances: pieces.map((piece) => utter(piece, piece.voice)), problems };
  return { utterances: namedByPrefix(pieces, text, people), problems };
}

function namedByPrefix(pieces: readonly Piece[], text: string, people: readonly Person[]): readonly Utterance[] {
  const candidates = pieces.flatMap((piece, index) =>
    piece.text
      .split('\n')
      .map(labelOf)
      .filter((label) => label !== undefined)
      // A file with one speaker names them once, in front of the first words.
      .map((label) => ({ label, isMarked: index === 0 && !/\d/.test(label) })),
  );
  const accepted = acceptLabels(candidates, pieces.length, text, people);
  let speaker: string | undefined;
  return pieces.flatMap((piece) =>
    splitAtLabels(piece, accepted).map((part) => {
      speaker = part.voice ?? speaker;
      return utter(part, speaker);
    }),
  );
}

/** Cuts `Anna: Hello.⏎Ben: Hi.` in two. */
function splitAtLabels(piece: Piece, accepted: ReadonlySet<string>): readonly Piece[] {
  const parts: Piece[] = [];
  for (const [index, line] of piece.text.split('\n').entries()) {
    const label = labelOf(line);
    const last = parts.at(-1);
    if (label !== undefined && accepted.has(label))
      parts.push({ ...piece, voice: label, text: line.replace(prefix, ''), line: piece.line + index });
    else if (last === undefined) parts.push({ ...piece, text: line });
    else parts[parts.length - 1] = { ...last, text: `${last.text} ${line}` };
  }
  return parts.filter(({ text }) => singleSpaced(text) !== '');
}

function labelOf(line: string): string | undefined {
  const label = singleSpaced(prefix.exec(line.trim())?.[1] ?? '');
  return looksLikeLabel(label) ? label : undefined;
}

function utter({ text, line, startSeconds, endSeconds, words }: Piece, label: string | undefined): Utterance {
  return { label, text: singleSpaced(text), line, startSeconds, endSeconds, words };
}

/** Players need cues in the order of their starts; a file that mixes them up is sorted, and says so. */
function inOrder(cues: readonly RawCue[], problems: TranscriptProblem[]): readonly RawCue[] {
  const stray = cues.find(({ startSeconds }, index) => (startSeconds ?? 0) < (cues[index - 1]?.startSeconds ?? 0));
  if (stray === undefined) return cues;
  problems.push(
    problem(
      'transcript-times',
      stray.line,
      'These words begin earlier than the words above them. Everything was put in order of time.',
      'Correct the time if it is wrong; otherwise move the words to where they belong.',
    ),
  );
  return cues.toSorted((a, b) => (a.startSeconds ?? 0) - (b.startSeconds ?? 0));
}

/** The end of a cue; where it lies before the start, the start of the next cue. */
function endOf(cue: RawCue, next: RawCue | undefined, problems: TranscriptProblem[]): number | undefined {
  const { startSeconds, endSeconds } = cue;
  if (startSeconds === undefined || endSeconds === undefined || endSeconds >= startSeconds) return endSeconds;
  const nextStart = next?.startSeconds;
  const repaired = nextStart !== undefined && nextStart > startSeconds ? nextStart : undefined;
  problems.push(
    problem(
      'transcript-times',
      cue.line,
      repaired === undefined
        ? 'These words end before they begin. Their end was left out.'
        : 'These words end before they begin. They were taken to last until the next ones begin.',
      'Listen to this place and correct the second time.',
    ),
  );
  return repaired;
}
