import { Parser } from 'htmlparser2';
import { LineIndex } from '../../text/positions.ts';
import { singleSpaced } from '../reader.ts';

/** A piece of a page, in reading order: what marks speakers and times, and lines of words. */
export interface HtmlPiece {
  readonly kind: 'cite' | 'time' | 'span' | 'heading' | 'rule' | 'text';
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** The words at the start that are set in bold. */
  readonly bold: string | undefined;
}

const silent = new Set('head title script style noscript template nav header footer form svg iframe'.split(' '));
const inline = new Set('a abbr b bdi bdo code em font i ins kbd mark q s samp small strong sub sup u var'.split(' '));
const paragraphs = new Set(['p', 'li', 'td']);
const headings = new Set('h1 h2 h3 h4 h5 h6'.split(' '));

/** Takes a page apart. The frame of a page (head, navigation, header, footer) is no part of a transcript. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const reader = new PieceReader(new LineIndex(html));
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex),
    ontext: (text) => reader.text(text, parser.startIndex),
    onclosetag: (name) => reader.close(name),
  });
  parser.end(html);
  reader.flush();
  return reader.pieces;
}

class PieceReader {
  readonly pieces: HtmlPiece[] = [];
  readonly #lines: LineIndex;
  readonly #open: string[] = [];
  /** How many open elements are silent, and how many are paragraphs: a hostile page may nest them without end. */
  #depth = { silent: 0, paragraph: 0 };
  #text = '';
  #offset = 0;
  /** Where bold type at the head of the line begins and ends. */
  #bold: [start: number, end: number] | undefined;
  /** A time as the page's own data has it; what it shows may be rounded. */
  #duration: string | undefined;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  open(name: string, { datetime }: Readonly<Record<string, string>>, offset: number): void {
    if (!this.#isInline(name)) this.flush();
    // Many pages never close their head.
    if (name === 'body') [this.#open.length, this.#depth] = [0, { silent: 0, paragraph: 0 }];
    this.#open.push(name);
    this.#count(name, 1);
    if (name === 'hr') this.#push('rule', '', offset);
    if (isBold(name) && this.#bold === undefined) this.#bold = [this.#text.length, Number.POSITIVE_INFINITY];
    if (name === 'time') this.#duration = /^PT([\d.]+)S$/.exec(datetime ?? '')?.[1];
  }

  text(text: string, offset: number): void {
    if (this.#text.trim() === '' && text.trim() !== '') this.#offset = offset + text.search(/\S/);
    this.#text += text;
  }

  close(name: string): void {
    if (isBold(name) && this.#bold !== undefined) this.#bold[1] = Math.min(this.#bold[1], this.#text.length);
    if (!this.#isInline(name)) this.flush();
    const index = this.#open.lastIndexOf(name);
    if (index === -1) return;
    this.#open.splice(index, 1);
    this.#count(name, -1);
  }

  flush(): void {
    const text = singleSpaced(this.#text);
    if (text !== '') this.#push(this.#kind(), this.#duration ?? text, this.#offset);
    [this.#text, this.#bold, this.#duration] = ['', undefined, undefined];
  }

  #push(kind: HtmlPiece['kind'], text: string, offset: number): void {
    if (this.#depth.silent > 0) return;
    const bold = this.#bold === undefined ? undefined : singleSpaced(this.#text.slice(...this.#bold));
    this.pieces.push({ kind, text, line: this.#lines.position(offset).line, bold });
  }

  #kind(): HtmlPiece['kind'] {
    const name = this.#open.findLast((open) => !inline.has(open)) ?? '';
    if (name === 'cite' || name === 'time') return name;
    if (headings.has(name)) return 'heading';
    return name === 'span' && !this.#isInParagraph() ? 'span' : 'text';
  }

  /** A `span` is a piece of its own only outside paragraphs, where it may stand beside a name. */
  #isInline(name: string): boolean {
    return inline.has(name) || (name === 'span' && this.#isInParagraph());
  }

  #isInParagraph(): boolean {
    return this.#depth.paragraph > 0;
  }

  #count(name: string, step: 1 | -1): void {
    if (silent.has(name)) this.#depth.silent += step;
    if (paragraphs.has(name)) this.#depth.paragraph += step;
  }
}

function isBold(name: string): boolean {
  return name === 'strong' || name === 'b';
}
