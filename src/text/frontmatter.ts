import matter from 'gray-matter';
import { type Document, isCollection, isMap, isScalar, parseDocument, visit, type YAMLError } from 'yaml';
import { decodeText } from './decode.ts';
import { Latest } from './latest.ts';
import { LineIndex, type Range } from './positions.ts';
import type { Room } from './room.ts';

/** Where a value sits inside the frontmatter: `['people', 0, 'name']`. */
export type DataPath = readonly (string | number)[];

export interface SyntaxProblem {
  /** What stands in the way, in the terms of the `yaml` package or of our own guard. */
  readonly code: YAMLError['code'] | 'NO_FRONTMATTER' | 'NOT_CLOSED' | 'EXECUTABLE' | 'NOT_A_LIST_OF_KEYS';
  readonly message: string;
  readonly range: Range;
}

export interface Frontmatter {
  /** The whole text that it was found in. */
  readonly text: string;
  /** Plain data, or `undefined` when the YAML is too broken to be trusted. */
  readonly data: unknown;
  readonly body: string;
  /** Where `body` begins in the file's text. */
  readonly bodyOffset: number;
  readonly problems: readonly SyntaxProblem[];
  /** The range of the value (or key) at `path`, or of the nearest key above it that exists. */
  locate(path: DataPath, part?: 'key' | 'value'): Range;
  /** The range of `[start, end)` offsets into `body`. */
  locateInBody(start: number, end: number): Range;
}

const refuse = {
  parse(): never {
    throw new Error('frontmatter must be YAML');
  },
};

/**
 * Splits a Markdown file into YAML frontmatter and body, remembering where every key stands.
 *
 * gray-matter finds the `---` fences; the `yaml` package parses what is between them. That
 * pairing is on purpose: gray-matter's own parser is YAML 1.1, which turns `12:30` into 750
 * and `010` into 8, keeps no positions, and would run `---js` blocks as code.
 */
export function parseFrontmatter(text: string): Frontmatter {
  const opening = /^---([^\r\n]*)(?:\r?\n|$)/.exec(text);
  if (opening === null) return unreadable(text, 'NO_FRONTMATTER', 'the file does not begin with ---');
  const language = (opening[1] ?? '').trim();
  if (language !== '') return unreadable(text, 'EXECUTABLE', language);
  // gray-matter closes at the first line that begins with ---, even if more follows; then the facts would be cut.
  if (!/^[ \t]*(?:\r?\n|$)/.test(text.slice(endOfFirstFence(text)))) {
    return unreadable(text, 'NOT_CLOSED', 'no closing ---');
  }
  let yamlText = '';
  const file = matter(text, {
    engines: {
      yaml: (source: string) => {
        yamlText = source;
        return {};
      },
      js: refuse,
      javascript: refuse,
      json: refuse,
    },
  });
  const base = yamlText === '' ? opening[0].length : text.indexOf(yamlText, 3);
  return new FencedFrontmatter(text, [base, base + yamlText.length], text.length - file.content.length);
}

/**
 * As `parseFrontmatter`, of a file that is read when something is asked of it: of one that has not changed, often nothing is. Where
 * there is no room for its text, it is read again.
 */
export function lazyFrontmatter(file: TextFile, room?: Room): Frontmatter {
  return new LazyFrontmatter(file, room);
}

interface TextFile {
  read(): Uint8Array;
}

// Classes, for thousands are held at a time: an object with functions of its own would take three times the memory.

class LazyFrontmatter implements Frontmatter {
  readonly #file: TextFile;
  readonly #room: Room | undefined;
  #held: Frontmatter | undefined;

  constructor(file: TextFile, room: Room | undefined) {
    this.#file = file;
    this.#room = room;
  }

  get text(): string {
    return this.#opened().text;
  }

  get data(): unknown {
    return this.#opened().data;
  }

  get body(): string {
    return this.#opened().body;
  }

  get bodyOffset(): number {
    return this.#opened().bodyOffset;
  }

  get problems(): readonly SyntaxProblem[] {
    return this.#opened().problems;
  }

  locate(path: DataPath, part?: 'key' | 'value'): Range {
    return this.#opened().locate(path, part);
  }

  locateInBody(start: number, end: number): Range {
    return this.#opened().locateInBody(start, end);
  }

  #opened(): Frontmatter {
    return this.#held ?? latestFrontmatter.of(this, () => this.#open());
  }

  #open(): Frontmatter {
    const frontmatter = parseFrontmatter(decodeText(this.#file.read()).text);
    if (this.#room === undefined || this.#room.take(frontmatter.text.length)) this.#held = frontmatter;
    return frontmatter;
  }
}

const latestFrontmatter = new Latest<LazyFrontmatter, Frontmatter>();

/** Keeps where its parts are in the text: what gray-matter gives are copies, and would double it. */
class FencedFrontmatter implements Frontmatter {
  readonly text: string;
  readonly bodyOffset: number;
  readonly #yamlStart: number;
  readonly #yamlEnd: number;
  #read: Pick<Frontmatter, 'data' | 'problems'> | undefined;

  constructor(text: string, [yamlStart, yamlEnd]: readonly [number, number], bodyOffset: number) {
    this.text = text;
    this.bodyOffset = bodyOffset;
    this.#yamlStart = yamlStart;
    this.#yamlEnd = yamlEnd;
  }

  get body(): string {
    return this.text.slice(this.bodyOffset);
  }

  get #yaml(): string {
    return this.text.slice(this.#yamlStart, this.#yamlEnd);
  }

  get data(): unknown {
    return this.#made().data;
  }

  get problems(): readonly SyntaxProblem[] {
    return this.#made().problems;
  }

  locate(path: DataPath, part: 'key' | 'value' = 'value'): Range {
    const found = findNode(documentOf(this.#yaml), path, part);
    return found === undefined ? rangeIn(this.text, 0, 3) : this.#rangeInYaml(found[0], found[1]);
  }

  locateInBody(start: number, end: number): Range {
    return rangeIn(this.text, this.bodyOffset + start, this.bodyOffset + end);
  }

  /** Read when asked for: of a file that has not changed, often nobody asks. */
  #made(): Pick<Frontmatter, 'data' | 'problems'> {
    this.#read ??= readYaml(this.#yaml, (start, end) => this.#rangeInYaml(start, end));
    return this.#read;
  }

  #rangeInYaml(start: number, end: number): Range {
    return rangeIn(this.text, this.#yamlStart + start, this.#yamlStart + end);
  }
}

/** In a function of its own, so that nothing that is kept can hold on to the document. */
function readYaml(
  yamlText: string,
  rangeOf: (start: number, end: number) => Range,
): Pick<Frontmatter, 'data' | 'problems'> {
  const document = documentOf(yamlText);
  const problems: SyntaxProblem[] = document.errors.map((error) => ({
    code: error.code,
    message: error.message,
    range: rangeOf(...placeOf(error, document)),
  }));
  const isReadable = problems.every(({ code }) => code === 'DUPLICATE_KEY');
  const data = isReadable ? toData(document, problems, () => rangeOf(0, yamlText.length)) : undefined;
  return { data, problems };
}

let latest: { readonly text: string; readonly document: Document } | undefined;

/** Only the last one is kept, for documents are large: places are asked for in few files, in one after the other. */
function documentOf(text: string): Document {
  if (latest?.text !== text) {
    latest = { text, document: parseDocument(text, { prettyErrors: false, version: '1.2' }) };
  }
  return latest.document;
}

let latestLines: { readonly text: string; readonly lines: LineIndex } | undefined;

/** The range of `[start, end)` offsets into `text`. Of lines, too, only those of the last text are kept. */
function rangeIn(text: string, start: number, end: number): Range {
  if (latestLines?.text !== text) latestLines = { text, lines: new LineIndex(text) };
  return latestLines.lines.range(start, end);
}

/** Of a quote that is never closed the place where it opens: the parser only notices at the very end. */
function placeOf({ code, pos }: YAMLError, document: Document): [number, number] {
  let place: [number, number] = [pos[0], pos[1]];
  if (code === 'MISSING_CHAR') {
    visit(document, {
      Scalar(_, { type, range }) {
        const [start = 0, end = 0] = range ?? [];
        if (type?.startsWith('QUOTE_') && start < pos[0] && end >= pos[0]) place = [start, start + 1];
      },
    });
  }
  return place;
}

/** Just behind the three dashes of the second fence, or, when there is none, a place that nothing can follow. */
function endOfFirstFence(text: string): number {
  const fence = text.indexOf('\n---', 3);
  return fence === -1 ? 0 : fence + 4;
}

function unreadable(text: string, code: SyntaxProblem['code'], message: string): Frontmatter {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const range = rangeIn(text, 0, firstLine.length);
  return {
    text,
    data: undefined,
    body: text,
    bodyOffset: 0,
    problems: [{ code, message, range }],
    locate: () => range,
    locateInBody: (start, end) => rangeIn(text, start, end),
  };
}

/** Builds the plain value. An alias without an anchor is found only here, and only by throwing. */
function toData(document: Document, problems: SyntaxProblem[], whole: () => Range): unknown {
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
    if (typeof data === 'object' && !Array.isArray(data)) return data;
    problems.push({ code: 'NOT_A_LIST_OF_KEYS', message: 'the frontmatter is not a list of keys', range: whole() });
  } catch (error) {
    problems.push({
      code: 'BAD_ALIAS',
      message: error instanceof Error ? error.message : String(error),
      range: whole(),
    });
  }
  return undefined;
}

function findNode(document: Document, path: DataPath, part: 'key' | 'value'): [number, number] | undefined {
  let node: unknown = document.contents;
  let found: [number, number] | undefined;
  for (const [index, step] of path.entries()) {
    if (!isCollection(node)) break;
    const isLast = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair || !isScalar(pair.key)) break;
      found = offsets(pair.key) ?? found;
      node = pair.value;
    } else {
      node = node.get(step, true);
    }
    if (!isLast || part === 'value') found = offsets(node) ?? found;
  }
  return found;
}

function offsets(node: unknown): [number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start, end]: unknown[] = node.range;
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : undefined;
}
