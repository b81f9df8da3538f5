import { DomUtils, parseDocument } from 'htmlparser2';
import { htmlWords } from '../feeds/html-words.ts';
import { escapeLineStarts, escapeMarkdown } from './markdown-text.ts';

export interface ConvertedNotes {
  readonly markdown: string;
  /** Tags that Markdown has no word for, and that stand in it as HTML. */
  readonly kept: readonly string[];
  /** Tags that were left out with all that they held, for they act or show other people's pages. */
  readonly dropped: readonly string[];
}

type Node = ReturnType<typeof parseDocument>['children'][number];
type Tag = Extract<Node, { name: string; attribs: unknown }>;

/** A stretch of inline text; emphasis is decided only when its neighbours are known. */
interface Piece {
  readonly text: string;
  readonly mark?: { readonly sign: string; readonly tag: string };
}

const inlineTags: ReadonlySet<string> = new Set([
  ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'strike', 'span', 'font', 'small', 'big', 'code', 'img', 'br'],
  ...['abbr', 'mark', 'sub', 'sup', 'q', 'cite', 'kbd', 'time', 'tt', 'wbr', 'ins', 'label', 'nobr', 'var', 'samp'],
]);
const keptInline: ReadonlySet<string> = new Set(['sub', 'sup', 'q', 'cite']);
const keptBlocks: ReadonlySet<string> = new Set(['table', 'dl']);
const droppedTags: ReadonlySet<string> = new Set([
  ...['script', 'style', 'iframe', 'object', 'embed', 'applet', 'form', 'input', 'button', 'select', 'textarea', 'svg'],
  ...['math', 'video', 'audio', 'canvas', 'noscript', 'template', 'head', 'title', 'link', 'meta', 'base'],
]);
const emphasis: Readonly<Record<string, { readonly sign: string; readonly tag: string }>> = {
  b: { sign: '**', tag: 'strong' },
  strong: { sign: '**', tag: 'strong' },
  i: { sign: '*', tag: 'em' },
  em: { sign: '*', tag: 'em' },
  s: { sign: '~~', tag: 's' },
  del: { sign: '~~', tag: 's' },
  strike: { sign: '~~', tag: 's' },
};

/** Show notes as hosts write them, HTML or plain text, as Markdown with the same words. Never throws. */
export function htmlToMarkdown(notes: string, baseUrl?: string): ConvertedNotes {
  if (!/<[a-z!/][^>]*>/i.test(notes)) return { markdown: plainToMarkdown(notes), kept: [], dropped: [] };
  const writer = new MarkdownWriter(baseUrl);
  try {
    const markdown = writer.blocks(parseDocument(notes).children).join('\n\n');
    return { markdown, kept: [...writer.kept], dropped: [...writer.dropped] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Tags nested by the thousand, which nobody writes in good faith: the words are left.
    return { markdown: escapeLineStarts(escapeMarkdown(htmlWords(notes))), kept: [], dropped: ['nested'] };
  }
}

/** Apps keep the lines of a plain text. */
function plainToMarkdown(text: string): string {
  const decoded = DomUtils.textContent(parseDocument(text));
  return decoded
    .split(/\n[ \t]*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => escapeMarkdown(line.trim()))
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => escapeLineStarts(lines.join('\\\n')))
    .join('\n\n');
}

class MarkdownWriter {
  readonly kept = new Set<string>();
  readonly dropped = new Set<string>();
  readonly #baseUrl: string | undefined;

  constructor(baseUrl: string | undefined) {
    this.#baseUrl = baseUrl;
  }

  /** Paragraphs, headings, lists …, each without the empty lines around it. */
  blocks(nodes: readonly Node[]): string[] {
    const blocks: string[] = [];
    let run: Node[] = [];
    const flush = () => {
      const paragraph = this.#paragraph(run);
      if (paragraph !== '') blocks.push(paragraph);
      run = [];
    };
    for (const node of nodes) {
      if (!isTag(node) || (inlineTags.has(node.name) && !this.#holdsBlocks(node))) {
        run.push(node);
        continue;
      }
      flush();
      blocks.push(...this.#block(node));
    }
    flush();
    return blocks;
  }

  #block(tag: Tag): readonly string[] {
    const { name, children } = tag;
    if (droppedTags.has(name)) {
      this.dropped.add(name);
      return [];
    }
    if (keptBlocks.has(name)) return [this.#asHtml(tag)];
    const [, level] = /^h([1-6])$/.exec(name) ?? [];
    if (level !== undefined) {
      const words = this.#paragraph(children)
        .replace(/\\?\n/g, ' ')
        .replace(/(?<![\\#])#+$/, '\\$&');
      return words === '' ? [] : [`${'#'.repeat(Number(level))} ${words}`];
    }
    if (name === 'ul' || name === 'ol') return this.#list(tag);
    if (name === 'blockquote') return this.#quotation(children);
    if (name === 'hr') return ['***'];
    if (name === 'pre') return [`\`\`\`\n${DomUtils.textContent(tag).replace(/`{3,}/g, '``').trim()}\n\`\`\``];
    return this.blocks(children);
  }

  #list({ name, attribs, children }: Tag): readonly string[] {
    const first = Number(attribs['start'] ?? 1);
    const start = Number.isSafeInteger(first) && first >= 0 ? first : 1;
    const filled = children
      .map((item) => (isTag(item) && item.name === 'li' ? this.blocks(item.children) : this.blocks([item])))
      .filter((blocks) => blocks.length > 0);
    const items = filled.map((blocks, index) => {
      const marker = name === 'ol' ? `${start + index}. ` : '- ';
      const isTight = blocks.slice(1).every((block) => /^(?:- |\d+\. )/.test(block));
      return marker + indent(blocks.join(isTight ? '\n' : '\n\n'), marker.length);
    });
    return items.length === 0 ? [] : [items.join('\n')];
  }

  #quotation(children: readonly Node[]): readonly string[] {
    const inner = this.blocks(children).join('\n\n');
    return inner === '' ? [] : [inner.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>')];
  }

  /** An empty line would end it for Markdown. */
  #asHtml(tag: Tag): string {
    this.kept.add(tag.name);
    return DomUtils.getOuterHTML(tag)
      .replace(/\n\s*\n/g, '\n')
      .trim();
  }

  #paragraph(nodes: readonly Node[]): string {
    return (
      joinPieces(nodes.flatMap((node) => this.#inline(node)))
        .replace(/ {2,}/g, ' ')
        .replace(/ ?\\\n ?/g, '\\\n')
        // Two line breaks in a row are how many hosts divide paragraphs.
        .replace(/(?:\\\n){2,}/g, '\n\n')
        .split('\n\n')
        .map((part) => part.replace(/^\\\n/, '').replace(/\\\n$/, '').trim())
        .filter((part) => part !== '')
        .map(escapeLineStarts)
        .join('\n\n')
    );
  }

  #inline(node: Node): readonly Piece[] {
    if (!isTag(node)) {
      return node.type === 'text' ? [{ text: escapeMarkdown(node.data.replace(/[ \t\n\r\f]+/g, ' ')) }] : [];
    }
    const { name, attribs, children } = node;
    if (droppedTags.has(name)) {
      this.dropped.add(name);
      return [];
    }
    if (name === 'br') return [{ text: '\\\n' }];
    if (name === 'img') return this.#picture(attribs);
    const inner = children.flatMap((child) => this.#inline(child));
    if (name === 'a') return this.#link(inner, attribs['href']);
    const mark = Object.hasOwn(emphasis, name) ? emphasis[name] : undefined;
    if (mark !== undefined) return marked(joinPieces(inner), mark);
    if (keptInline.has(name)) {
      this.kept.add(name);
      return [{ text: `<${name}>${joinPieces(inner)}</${name}>` }];
    }
    return inner;
  }

  #picture({ src = '', alt = '' }: Tag['attribs']): readonly Piece[] {
    const url = this.#address(src);
    if (alt.trim() === '' || url === undefined) {
      this.dropped.add('img');
      return [];
    }
    return [{ text: ` ![${escapeMarkdown(alt.replace(/\s+/g, ' ').trim())}](${url}) ` }];
  }

  #link(inner: readonly Piece[], href: string | undefined): readonly Piece[] {
    const words = joinPieces(inner);
    const url = this.#address(href ?? '');
    const label = words.replace(/\\?\n/g, ' ').trim();
    if (url === undefined || label === '') return inner;
    // What is outside the link stays outside: the space that people put at its end.
    const [before = '', after = ''] = [/^\s*/.exec(words)?.[0], /\s*$/.exec(words)?.[0]];
    const bare = label.replace(/^<|>$/g, '');
    const link =
      bare === url
        ? `<${url}>`
        : `[${label.replace(/<(https?:[^>]*)>/g, (_, target: string) => escapeAll(target))}](${url})`;
    return [{ text: before.replaceAll('\n', ' ') + link + after.replaceAll('\n', ' ') }];
  }

  #address(href: string): string | undefined {
    const trimmed = href.trim();
    if (trimmed === '' || !URL.canParse(trimmed, this.#baseUrl)) return undefined;
    const url = new URL(trimmed, this.#baseUrl);
    if (!/^(?:https?|mailto|tel):$/.test(url.protocol)) return undefined;
    return url.href.replace(/[\s()<>\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
  }

  #holdsBlocks({ children }: Tag): boolean {
    return children.some(
      (child) =>
        isTag(child) && (!inlineTags.has(child.name) || this.#holdsBlocks(child)) && !droppedTags.has(child.name),
    );
  }
}

function isTag(node: Node): node is Tag {
  return 'attribs' in node;
}

/** Emphasis around words, with the space at their ends outside of it. */
function marked(inner: string, mark: NonNullable<Piece['mark']>): readonly Piece[] {
  const [before = '', after = ''] = [/^(?:\\\n|\s)*/.exec(inner)?.[0], /(?:\\\n|\s)*$/.exec(inner)?.[0]];
  const words = inner.slice(before.length, Math.max(before.length, inner.length - after.length));
  if (words === '') return [{ text: inner }];
  return [{ text: before }, { text: words, mark }, { text: after }];
}

/**
 * Joins inline pieces. Where the signs of emphasis would not be read as such (beside letters, or doubled), the tag is
 * written instead: `<strong>Note:</strong>it`.
 */
function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  for (const [index, { text: words, mark }] of pieces.entries()) {
    if (mark === undefined) {
      text += words;
      continue;
    }
    const next = pieces.slice(index + 1).find((piece) => piece.text !== '')?.text ?? '';
    const isFree = /(?:^|[\s(])$/.test(text) && /^(?:$|[\s\\.,;:!?)])/.test(next);
    const isSimple = !/[*~]|<\/|\\\n/.test(words);
    text += isFree && isSimple ? mark.sign + words + mark.sign : `<${mark.tag}>${words}</${mark.tag}>`;
  }
  return text;
}

function escapeAll(text: string): string {
  return text.replace(/[\\`*_[\]<>~]/g, '\\$&');
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(width)}`);
}
