import { Parser } from 'htmlparser2';
import { LineIndex } from '../../text/positions.ts';
import { problem } from '../problems.ts';
import { type Reader, singleSpaced, type Utterance } from '../reader.ts';
import { type SpokenWord, sentencesOfWords } from './spoken-words.ts';
import { type Span, TtmlClock } from './ttml-clock.ts';

/** A `<p>` while its words are collected. */
interface Paragraph extends Span {
  readonly label: string | undefined;
  readonly line: number;
  text: string;
  readonly words: SpokenWord[];
}

/** TTML captions, and Apple's transcripts with a time for each word. */
export const ttml: Reader = {
  format: 'ttml',
  recognises: (text) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:\w+:)?tt[\s>]/.test(text),
  read(text) {
    const reader = new TtmlReader(text);
    const parser = new Parser(
      {
        onopentag: (name, attributes) => reader.open(localName(name), attributes, parser.startIndex),
        ontext: (words) => reader.text(words, parser.startIndex),
        onclosetag: (name) => reader.close(localName(name)),
      },
      { xmlMode: true },
    );
    parser.end(text);
    const untimed = reader.utterances.find(
      ({ startSeconds, endSeconds }) => startSeconds === undefined || endSeconds === undefined,
    );
    return { utterances: reader.utterances, problems: untimed === undefined ? [] : [withoutTimes(untimed.line)] };
  },
};

class TtmlReader {
  readonly utterances: Utterance[] = [];
  readonly #lines: LineIndex;
  readonly #clock: TtmlClock;
  readonly #names = new Map<string, string>();
  readonly #open: (Span & { readonly name: string; readonly agent: string | undefined })[] = [];
  #agent = '';
  #paragraph: Paragraph | undefined;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
    this.#clock = new TtmlClock(text);
  }

  open(name: string, attributes: Readonly<Record<string, string>>, offset: number): void {
    const parent = this.#open.at(-1);
    const span = this.#clock.spanOf(attributes, parent);
    const agent = attributes['ttm:agent'] ?? parent?.agent;
    this.#open.push({ name, agent, ...span });
    if (name === 'agent') this.#agent = attributes['xml:id'] ?? '';
    else if (name === 'br' && this.#paragraph !== undefined) this.#paragraph.text += ' ';
    else if (name === 'p') {
      const label = agent === undefined ? undefined : (this.#names.get(agent) ?? agent);
      this.#paragraph = { ...span, label, line: this.#lines.position(offset).line, text: '', words: [] };
    }
  }

  text(text: string, offset: number): void {
    const element = this.#open.at(-1);
    const paragraph = this.#paragraph;
    if (element?.name === 'name' && this.#agent !== '') this.#names.set(this.#agent, singleSpaced(text));
    if (paragraph === undefined) return;
    paragraph.text += text;
    if (singleSpaced(text) === '') return;
    const { label } = paragraph;
    const times = element?.name === 'span' ? element : { startSeconds: undefined, endSeconds: undefined };
    const { startSeconds, endSeconds } = times;
    paragraph.words.push({
      text: singleSpaced(text),
      label,
      startSeconds,
      endSeconds,
      line: this.#lines.position(offset).line,
    });
  }

  close(name: string): void {
    this.#open.pop();
    if (name !== 'p' || this.#paragraph === undefined) return;
    this.utterances.push(...utterancesOf(this.#paragraph));
    this.#paragraph = undefined;
  }
}

function utterancesOf({ label, text, line, startSeconds, endSeconds, words }: Paragraph): readonly Utterance[] {
  if (words.length > 0 && words.every((word) => word.startSeconds !== undefined && !word.text.includes(' ')))
    return sentencesOfWords(words).map((utterance, index) => ({ ...utterance, opensParagraph: index === 0 }));
  return singleSpaced(text) === '' ? [] : [{ label, text: singleSpaced(text), line, startSeconds, endSeconds }];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withoutTimes(line: number) {
  return problem(
    'transcript-times',
    line,
    'Nothing says when these words begin and end, or the times cannot be read. The words were kept.',
    'Export the captions again, or correct the times called begin and end.',
  );
}
