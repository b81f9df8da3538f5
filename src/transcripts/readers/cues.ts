import type { Person } from '../../model/person.ts';
import { singleSpaced, type Utterance } from '../reader.ts';
import type { RawCue } from './cue-blocks.ts';
import { readCueText, type VoiceText } from './cue-text.ts';
import { acceptLabels, looksLikeLabel } from './labels.ts';

type Piece = VoiceText & Pick<RawCue, 'startSeconds' | 'endSeconds'>;

/** `Anna: `, `- Anna: ` or, as in broadcasting, `>> ANNA: `. */
const prefix = /^(?:(?:-|>>)\s*)?([^:\n]{1,120}?):(?:\s+|$)/u;

/**
 * Makes utterances of cues. A speaker is a voice tag, or a `Name:` in front. Many tools write `Name:` only
 * where the speaker changes, so without voice tags a cue that names nobody goes on under the last name.
 */
export function readCues(cues: readonly RawCue[], text: string, people: readonly Person[] = []): readonly Utterance[] {
  const pieces: Piece[] = cues.flatMap(({ lines, startSeconds, endSeconds }) =>
    readCueText(lines).map((piece) => ({ startSeconds, endSeconds, ...piece })),
  );
  if (pieces.some(({ voice }) => voice !== undefined)) return pieces.map((piece) => utter(piece, piece.voice));
  return namedByPrefix(pieces, text, people);
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
  // What stands before the first timestamp of a cue is spoken from the cue's start.
  const [first, ...others] = words ?? [];
  const timed = first && [{ ...first, startSeconds: first.startSeconds ?? startSeconds }, ...others];
  return { label, text: singleSpaced(text), line, startSeconds, endSeconds, words: timed };
}
