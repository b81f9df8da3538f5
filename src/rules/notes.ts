import type { Token } from 'markdown-it';
import type { Entry } from '../model/project.ts';
import { Latest } from '../text/latest.ts';
import { parseMarkdown, unescapeMarkdown } from '../text/markdown-parser.ts';
import type { Range } from '../text/positions.ts';
import { type Located, NoteLink, type Span } from './note-link.ts';
import { readProse } from './prose-notes.ts';

/** A piece of HTML among the Markdown: the tag's name in lower case and its whole text. */
export interface NoteTag {
  readonly name: string;
  readonly text: string;
  readonly range: Range;
}

export interface NotePicture {
  readonly alt: string;
  readonly range: Range;
}

export interface Notes {
  readonly links: readonly NoteLink[];
  readonly pictures: readonly NotePicture[];
  readonly tags: readonly NoteTag[];
  /** Whether there is anything to read. */
  readonly hasWords: boolean;
}

const read = new Latest<object, Notes>();

/** The links, pictures and HTML tags of a file's Markdown with their places. Read once, however many rules ask. */
export function notesOf({ frontmatter }: Pick<Entry<unknown>, 'frontmatter'>): Notes {
  return read.of(frontmatter, () =>
    readNotes(frontmatter.body, ([start, end]) => frontmatter.locateInBody(start, end)),
  );
}

/**
 * Whether a file's Markdown may hold a link to an address that begins with `base`, or is relative to it. Told without reading it as
 * Markdown, which takes a hundred times as long: where it says no, there is none.
 */
export function mayLinkTo(base: string, { frontmatter: { body } }: Pick<Entry<unknown>, 'frontmatter'>): boolean {
  // Browsers read https:b as b.
  if (/\](?:\(|:)\s*<?(?![a-z][a-z\d+.-]*:|#)|href\s*=|https?:(?!\/\/)/i.test(body)) return true;
  // Also one inside another: what looks like one address may be read as the end of it alone.
  return [...body.matchAll(/(?=(\/\/[^\s<>"']+))/g)].some(([, address = '']) => {
    const isPlain = !/\\|&#?\w+;/.test(address) && URL.canParse(address, base);
    return !isPlain || new URL(address, base).href.startsWith(base);
  });
}

/** The same for Markdown that stands in a key, where every place is that of the key. */
export function readNotesAt(markdown: string, range: Range): Notes {
  return readNotes(markdown, () => range);
}

function readNotes(markdown: string, locate: Located): Notes {
  return readProse(markdown, locate) ?? readMarkdown(markdown, locate);
}

/** Whatever stands in it. */
export function readMarkdown(markdown: string, locate: Located): Notes {
  const reader = new NoteReader(markdown, locate);
  const lines = lineStarts(markdown);
  for (const token of parseMarkdown(markdown)) {
    if (token.map === null) continue;
    reader.seek(lines[token.map[0]] ?? 0);
    if (token.type === 'inline') reader.inline(token.children ?? []);
    else if (token.type === 'html_block') reader.html(token.content);
    else if (token.content.trim() !== '') reader.hasWords = true;
  }
  return reader;
}

class NoteReader implements Notes {
  readonly links: NoteLink[] = [];
  readonly pictures: NotePicture[] = [];
  readonly tags: NoteTag[] = [];
  hasWords = false;
  readonly #markdown: string;
  readonly #locate: Located;
  /** Everything before it has been met. */
  #cursor = 0;
  #open: { href: string; isBare: boolean; words: string; place: Span } | undefined;

  constructor(markdown: string, locate: Located) {
    this.#markdown = markdown;
    this.#locate = locate;
  }

  seek(offset: number): void {
    this.#cursor = Math.max(this.#cursor, offset);
  }

  inline(tokens: readonly Token[]): void {
    for (const token of tokens) {
      switch (token.type) {
        case 'link_open':
          this.#openLink(String(token.attrGet('href') ?? ''), token.info === 'auto');
          break;
        case 'link_close':
          this.#closeLink();
          break;
        case 'image':
          this.pictures.push({
            alt: token.content.trim(),
            range: this.#locate(this.#find(String(token.attrGet('src') ?? ''))),
          });
          this.#read(token.content);
          break;
        case 'html_inline':
          this.#tag(token.content);
          break;
        default:
          this.#read(token.content);
      }
    }
    this.#closeLink();
  }

  html(content: string): void {
    for (const part of content.split(/(<[^<>]*>)/)) {
      if (part.startsWith('<')) this.#tag(part);
      else this.#read(part);
    }
    this.#closeLink();
  }

  #tag(text: string): void {
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(text) ?? [];
    if (name === '') return;
    const isOpening = slash === '';
    if (name.toLowerCase() === 'a') {
      if (isOpening) this.#anchor(text);
      else this.#closeLink();
      return;
    }
    if (!isOpening) return;
    const range = this.#locate(this.#find(text));
    this.tags.push({ name: name.toLowerCase(), text, range });
    if (name.toLowerCase() !== 'img') return;
    const alt = attributeOf(text, 'alt')?.trim() ?? '';
    this.pictures.push({ alt, range });
    this.#read(alt);
  }

  #anchor(text: string): void {
    const range = this.#locate(this.#peek(text));
    this.tags.push({ name: 'a', text, range });
    const written = attributeOf(text, 'href') ?? '';
    this.#openLink(unescapeMarkdown(written), false, written);
  }

  #openLink(href: string, isBare: boolean, written = isBare ? href.replace(/^mailto:/, '') : href): void {
    this.#open = { href, isBare, words: '', place: this.#peek(written) };
  }

  #closeLink(): void {
    if (this.#open === undefined) return;
    const { place, href, isBare, words } = this.#open;
    this.links.push(new NoteLink(href, words, isBare, place, this.#locate));
    this.#cursor = Math.max(this.#cursor, place[1]);
    this.#open = undefined;
  }

  #read(text: string): void {
    this.hasWords ||= /[\p{L}\p{N}]/u.test(text);
    if (this.#open !== undefined) this.#open.words += text === '' ? ' ' : text;
  }

  /** The next place of `text`, or any (a link's address may be defined further up), or at worst where the reader stands. */
  #peek(text: string): Span {
    const ahead = this.#markdown.indexOf(text, this.#cursor);
    const start = ahead === -1 ? this.#markdown.indexOf(text) : ahead;
    return start === -1 ? [this.#cursor, this.#cursor] : [start, start + text.length];
  }

  #find(text: string): Span {
    const span = this.#peek(text);
    this.seek(span[1]);
    return span;
  }
}

function attributeOf(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}
