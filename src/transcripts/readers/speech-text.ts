import type { Person } from '../../model/person.ts';
import { parseCueTime } from '../cue-times.ts';
import { type Reading, singleSpaced, type Utterance } from '../reader.ts';
import { splitSentences } from '../sentences.ts';
import { withoutFrame } from './frame.ts';
import { acceptLabels } from './labels.ts';
import type { Line } from './lines.ts';
import { type LineHead, parseLineHead, timeHead } from './speaker-lines.ts';

const ruleLine = /^\s*(?:[-–—_*=]\s*){2,}$/;
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
  const { lines: kept, problems } = withoutFrame(lines);
  const heads = new Map(kept.map((line) => [line, parseLineHead(line)]));
  const candidates = [...heads.values()].flatMap((head) =>
    head?.label === undefined ? [] : [{ ...head, label: head.label }],
  );
  const filled = kept.filter(({ text }) => text.trim() !== '');
  const accepted = acceptLabels(candidates, filled.length, kept.map(({ text }) => text).join('\n'), people);
  const named = filled.map((line): [Line, LineHead | undefined] => {
    const head = heads.get(line);
    return [line, head?.label === undefined || accepted.has(head.label) ? head : timeHead(line.text)];
  });
  // A name without words after it, as in a list of those who take part, is text.
  const sure = named.filter(([, head], index) => !isBare(head) || !endsTurn(named[index + 1]));
  const headOf = new Map(sure);
  return { utterances: collect(kept, (line) => headOf.get(line)).flatMap(sentencesOf), problems };
}

/** Whether a head is a name and nothing else. */
function isBare(head: LineHead | undefined): boolean {
  return head?.label !== undefined && !head.isMarked && head.startSeconds === undefined && head.rest === '';
}

function endsTurn(next: readonly [Line, LineHead | undefined] | undefined): boolean {
  return next === undefined || next[1]?.label !== undefined || ruleLine.test(next[0].text);
}

function collect(lines: readonly Line[], headOf: (line: Line) => LineHead | undefined): readonly Paragraph[] {
  const collector = new ParagraphCollector(hasWrappedLines(lines));
  for (const line of lines) {
    if (line.text.trim() === '') collector.endParagraph();
    else if (ruleLine.test(line.text)) collector.endTurn();
    else collector.takeLine(line, headOf(line));
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

  takeLine({ text, line, isBlock, isHeading }: Line, head: LineHead | undefined): void {
    if (isHeading && head?.label === undefined) this.endTurn();
    if (head !== undefined) this.#takeHead(head);
    this.#takeWords(singleSpaced(head === undefined ? text : head.rest), line, isBlock);
  }

  #takeHead({ label, startSeconds }: LineHead): void {
    this.#open = undefined;
    this.#startSeconds = startSeconds ?? this.#startSeconds;
    if (label === undefined) return;
    // Tools that stamp each paragraph repeat the name each time; that alone is no new turn.
    this.#opensTurn ||= startSeconds === undefined || label !== this.#label;
    this.#label = label;
  }

  #takeWords(text: string, line: number, isBlock = false): void {
    if (text === '') return;
    if (this.#open === undefined || isBlock || !(this.#isWrapped || continues(this.#open, text))) {
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
    .map((utterance, index) => ({ opensParagraph: index === 0, opensTurn: index === 0 && opensTurn, ...utterance }));
}

/** Cuts a paragraph at `[00:12:30]`, which says when the words after it are spoken. */
function stampedParts(text: string, startSeconds: number | undefined) {
  const parts: { text: string; offset: number; startSeconds: number | undefined }[] = [];
  let part = { offset: 0, startSeconds };
  for (const match of text.matchAll(stamp)) {
    parts.push({ text: text.slice(part.offset, match.index), ...part });
    part = { offset: match.index + match[0].length, startSeconds: parseCueTime(match[1] ?? '') };
  }
  return [...parts, { text: text.slice(part.offset), ...part }];
}
