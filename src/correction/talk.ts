import type { Segment, Transcript, Turn } from '../model/transcript.ts';
import { once } from '../text/once.ts';
import { LineIndex } from '../text/positions.ts';
import { splitSentences } from '../transcripts/sentences.ts';
import { withoutAddresses } from './addresses.ts';
import { type SpokenWord, wordsOf } from './words.ts';

/** Where words stand in the transcript's file. */
export interface Place {
  /** 1-based. In a Word document, which has no lines, its paragraphs are counted. */
  readonly line: number;
  /** Offsets in UTF-16 units of the file's text, where the words were found there one after the other. */
  readonly span: { readonly start: number; readonly end: number } | undefined;
}

export interface Sentence {
  readonly text: string;
  /** Offset in the turn's text. */
  readonly start: number;
  /** Those of the turn that are in it. */
  readonly words: readonly SpokenWord[];
}

/** A turn as one text: a name may begin in one caption and end in the next. */
export interface TalkTurn {
  readonly speaker: string | undefined;
  /** The segments, with a space between. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The words, without those of addresses. Offsets in `text`. */
  readonly words: readonly SpokenWord[];
  /** Offsets at which the paragraphs begin. */
  readonly paragraphs: readonly number[];
  /** Where the words from `start` up to `end` of `text` stand in the file. */
  place(start: number, end: number): Place;
  /** When the words at `offset` of `text` are spoken, as far as it is known. */
  secondsAt(offset: number): number | undefined;
}

/** A transcript for reading through: what is said turn by turn, and the way back into its file. */
export type Talk = readonly TalkTurn[];

/** A stretch of a turn's text that stands in the file unbroken. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly offset: number;
}

/** @param file What the transcript was read from; its text, empty for a document that is none, is asked for with the first place. */
export function talkOf({ turns }: Transcript, file: { readonly text: string }): Talk {
  const lines = once(() => new LineIndex(file.text));
  const pieces = once(() => piecesOf(turns, file.text, lines()));
  const places: Places = { lines, piecesOf: (index) => pieces()[index] ?? [] };
  return turns.map((turn, index) => new ReadTurn(turn, index, places));
}

/** Where the turns of a transcript stand in its file. */
interface Places {
  lines(): LineIndex;
  piecesOf(turn: number): readonly Piece[];
}

/** A class, for there are thousands, and of most nobody asks but the words. */
class ReadTurn implements TalkTurn {
  readonly speaker: string | undefined;
  readonly text: string;
  readonly paragraphs: readonly number[];
  readonly #segments: readonly Segment[];
  /** Offsets in `text`. */
  readonly #starts: readonly number[];
  readonly #index: number;
  readonly #places: Places;
  #words: readonly SpokenWord[] | undefined;
  #sentences: readonly Sentence[] | undefined;

  constructor(turn: Turn, index: number, places: Places) {
    const starts: number[] = [];
    const paragraphs: number[] = [];
    let text = '';
    for (const paragraph of turn.paragraphs) {
      paragraphs.push(text === '' ? 0 : text.length + 1);
      for (const segment of paragraph) {
        if (text !== '') text += ' ';
        starts.push(text.length);
        text += segment.text;
      }
    }
    this.speaker = turn.speaker?.name;
    this.text = text;
    this.paragraphs = paragraphs;
    this.#segments = turn.paragraphs.flat();
    this.#starts = starts;
    this.#index = index;
    this.#places = places;
  }

  get words(): readonly SpokenWord[] {
    this.#words ??= wordsOf(withoutAddresses(this.text));
    return this.#words;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentencesWith(this.words, boundsIn(this.text, this.paragraphs));
    return this.#sentences;
  }

  place(start: number, end: number): Place {
    const first = this.#fileOffset(start);
    const last = this.#fileOffset(Math.max(start, end - 1));
    if (first === undefined || last === undefined) return { line: this.#segmentAt(start)?.line ?? 1, span: undefined };
    return { line: this.#places.lines().position(first).line, span: { start: first, end: last + 1 } };
  }

  secondsAt(offset: number): number | undefined {
    return this.#segmentAt(offset)?.startSeconds;
  }

  #segmentAt(offset: number): Segment | undefined {
    const index = this.#starts.findLastIndex((start) => start <= offset);
    return this.#segments[Math.max(0, index)];
  }

  #fileOffset(offset: number): number | undefined {
    const pieces = this.#places.piecesOf(this.#index);
    const piece = pieces.find(({ at, length }) => at <= offset && offset < at + length);
    return piece === undefined ? undefined : piece.offset + offset - piece.at;
  }
}

/** The sentences of a turn's text; none reaches over the end of a paragraph. */
function boundsIn(text: string, paragraphs: readonly number[]): readonly Bounds[] {
  return paragraphs.flatMap((opening, index) => {
    const next = paragraphs[index + 1];
    const paragraph = text.slice(opening, next === undefined ? undefined : next - 1);
    return splitSentences(paragraph).map((sentence) => ({ text: sentence.text, offset: opening + sentence.offset }));
  });
}

interface Bounds {
  readonly text: string;
  readonly offset: number;
}

/** Deals the words of a turn out to its sentences; both are in order. */
function sentencesWith(words: readonly SpokenWord[], bounds: readonly Bounds[]): readonly Sentence[] {
  let next = 0;
  return bounds.map(({ text, offset }) => {
    const first = next;
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < offset + text.length) next++;
    return { text, start: offset, words: words.slice(first, next) };
  });
}

/** For each turn, where its text stands in the file. */
function piecesOf(turns: readonly Turn[], fileText: string, lines: LineIndex): readonly (readonly Piece[])[] {
  const find = finder(fileText, lines);
  return turns.map(({ paragraphs }) => {
    let before = 0;
    return paragraphs.flat().flatMap((segment) => {
      const pieces = find(segment).map((piece) => ({ ...piece, at: piece.at + before }));
      before += segment.text.length + 1;
      return pieces;
    });
  });
}

/** How far apart the words of one segment may stand: mark-up, a line of times, the next entry of a JSON file. */
const farthest = 400;

/** Finds segments in the file one after the other, so that the second "Peapod" of a line is not taken for the first. */
function finder(fileText: string, lines: LineIndex): (segment: Segment) => readonly Piece[] {
  let previous = { line: 0, end: 0 };
  return ({ text, line }) => {
    if (fileText === '') return [];
    let from = lines.point(line, 1).start.offset;
    if (line === previous.line) from = Math.max(from, previous.end);
    const whole = indexOf(fileText, text, from, text.length + farthest);
    const pieces =
      whole === undefined ? wordsIn(fileText, text, from) : [{ at: 0, length: text.length, offset: whole }];
    const last = pieces.at(-1);
    if (last !== undefined) previous = { line, end: last.offset + last.length };
    return pieces;
  };
}

function wordsIn(fileText: string, text: string, from: number): readonly Piece[] {
  let next = from;
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const offset = indexOf(fileText, word, next, word.length + farthest);
    if (offset === undefined) return [];
    next = offset + word.length;
    return [{ at: index, length: word.length, offset }];
  });
}

function indexOf(text: string, words: string, from: number, within: number): number | undefined {
  const found = text.slice(from, from + within).indexOf(words);
  return found === -1 ? undefined : from + found;
}

/** Where the first few words of a turn end: enough to point at it. */
export function openingEnd({ text }: TalkTurn): number {
  return /^\s*(?:\S+\s+){0,5}\S*/.exec(text)?.[0].length ?? 0;
}
