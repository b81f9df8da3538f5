import type { Person } from '../model/person.ts';
import type { TranscriptProblem } from '../model/transcript.ts';
import { parseCueTime } from './cue-times.ts';
import { acceptLabels } from './labels.ts';
import type { Line } from './lines.ts';
import { problem } from './problems.ts';
import { type Reading, singleSpaced, type Utterance } from './reader.ts';
import { splitSentences } from './sentences.ts';
import { type LineHead, parseLineHead, timeHead } from './speaker-lines.ts';

const ruleLine = /^\s*(?:[-–—_*=]\s*){2,}$/;
const credit = /^(?:transcribed by|transcript by|transcription by|this transcript was (?:exported|generated))\b.*$/i;
const stamp = /\[(\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?)\]\s*/g;

/** One paragraph while it is being collected, line by line. */
interface Paragraph {
  readonly label: string | undefined;
  readonly startSeconds: number | undefined;
  readonly opensTurn: boolean;
  readonly lines: { readonly text: string; readonly line: number }[];
}

/**
 * Reads text in which people and tools say who speaks by lines of their own or by the head of a line.
 * What comes before the first speaker, and after a rule (`--`), belongs to nobody.
 */
export function readSpeechText(lines: readonly Line[], people: readonly Person[] = []): Reading {
  const problems: TranscriptProblem[] = [];
  const kept = lines.filter(({ text, line }) => {
    if (!credit.test(text.trim())) return true;
    problems.push(leftOut(line, text.trim()));
    return false;
  });
  const heads = new Map(kept.map((line) => [line, parseLineHead(line)]));
  const candidates = [...heads.values()].flatMap((head) =>
    head?.label === undefined ? [] : [{ ...head, label: head.label }],
  );
  const filled = kept.filter(({ text }) => text.trim() !== '');
  const accepted = acceptLabels(candidates, filled.length, kept.map(({ text }) => text).join('\n'), people);
  const paragraphs = collect(kept, (line) => {
    const head = heads.get(line);
    return head?.label === undefined || accepted.has(head.label) ? head : timeHead(line.text);
  });
  return { utterances: paragraphs.flatMap(sentencesOf), problems };
}

function collect(lines: readonly Line[], headOf: (line: Line) => LineHead | undefined): readonly Paragraph[] {
  const collector = new ParagraphCollector(hasWrappedLines(lines));
  for (const line of lines) {
    const head = headOf(line);
    if (line.text.trim() === '') collector.endParagraph();
    else if (ruleLine.test(line.text)) collector.endTurn();
    else {
      if (head !== undefined) collector.takeHead(head);
      collector.takeWords(singleSpaced(head === undefined ? line.text : head.rest), line.line);
    }
  }
  return collector.paragraphs;
}

class ParagraphCollector {
  readonly paragraphs: Paragraph[] = [];
  readonly #isWrapped: boolean;
  #label: string | undefined;
  #startSeconds: number | undefined;
  #opensTurn = true;
  #open: Paragraph | undefined;

  constructor(isWrapped: boolean) {
    this.#isWrapped = isWrapped;
  }

  endParagraph(): void {
    this.#open = undefined;
  }

  endTurn(): void {
    [this.#label, this.#opensTurn, this.#open] = [undefined, true, undefined];
  }

  takeHead({ label, startSeconds }: LineHead): void {
    this.#open = undefined;
    this.#startSeconds = startSeconds ?? this.#startSeconds;
    if (label === undefined) return;
    // Tools that stamp each paragraph repeat the name each time; that alone is no new turn.
    this.#opensTurn ||= startSeconds === undefined || label !== this.#label;
    this.#label = label;
  }

  takeWords(text: string, line: number): void {
    if (text === '') return;
    if (this.#open === undefined || !(this.#isWrapped || continues(this.#open, text))) {
      this.#open = { label: this.#label, startSeconds: this.#startSeconds, opensTurn: this.#opensTurn, lines: [] };
      this.paragraphs.push(this.#open);
      [this.#startSeconds, this.#opensTurn] = [undefined, false];
    }
    this.#open.lines.push({ text, line });
  }
}

/** Whether the editor broke long lines: then lines without a blank one between them are one paragraph. */
function hasWrappedLines(lines: readonly Line[]): boolean {
  const lengths = lines.map(({ text }) => text.trim().length);
  return (
    lengths.lastIndexOf(
      0,
      lengths.findLastIndex((length) => length > 0),
    ) > 0 &&
    lengths.every((length) => length <= 100) &&
    lengths.some((length, index) => length >= 50 && (lengths[index + 1] ?? 0) > 0)
  );
}

/** Whether a line goes on with a paragraph: in mid-sentence, in lower case. */
function continues({ lines }: Paragraph, next: string): boolean {
  return /^\p{Ll}/u.test(next) && !/[.?!…:。！？]["'”’)\]]*$/.test(lines.at(-1)?.text ?? '');
}

function sentencesOf({ label, startSeconds, opensTurn, lines }: Paragraph): readonly Utterance[] {
  const starts: { readonly offset: number; readonly line: number }[] = [];
  let joined = '';
  for (const { text, line } of lines) {
    if (joined !== '') joined += ' ';
    starts.push({ offset: joined.length, line });
    joined += text;
  }
  const lineAt = (offset: number) => starts.findLast((start) => start.offset <= offset)?.line ?? 1;
  return stampedParts(joined, startSeconds)
    .flatMap((part) =>
      splitSentences(part.text).map(({ text, offset }, index) => ({
        label,
        text,
        line: lineAt(part.offset + offset),
        ...(index === 0 && part.startSeconds !== undefined && { startSeconds: part.startSeconds }),
      })),
    )
    .map((utterance, index) => ({ ...utterance, opensParagraph: index === 0, opensTurn: index === 0 && opensTurn }));
}

/** Cuts a paragraph at `[00:12:30]`, which says when the words after it are spoken. */
function stampedParts(text: string, startSeconds: number | undefined) {
  const parts: { text: string; offset: number; startSeconds: number | undefined }[] = [];
  let part = { offset: 0, startSeconds };
  for (const match of text.matchAll(stamp)) {
    parts.push({ ...part, text: text.slice(part.offset, match.index) });
    part = { offset: match.index + match[0].length, startSeconds: parseCueTime(match[1] ?? '') };
  }
  return [...parts, { ...part, text: text.slice(part.offset) }];
}

function leftOut(line: number, text: string): TranscriptProblem {
  return problem(
    'transcript-left-out',
    line,
    `“${text}” was left out: it names the tool or the typist, and nobody says it.`,
    'Delete the line from the transcript, or put it into square brackets if it should be published.',
  );
}
