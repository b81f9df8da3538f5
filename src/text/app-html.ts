import { Parser } from 'htmlparser2';
import { escapeAttribute, escapeText } from './xml.ts';

/**
 * Reshapes sanitised HTML into what podcast apps show: `p`, `ol`, `ul`, `li`, `a[href]`, `br`, `b`, `i`, `strong`, `em`
 * (Apple's list and the Podcast Standards Project's). Answers the blocks in order, each a whole paragraph or list.
 * A heading becomes a paragraph in bold, a row of a table a paragraph, a quotation its paragraphs.
 */
export function appHtmlBlocks(html: string): readonly string[] {
  const writer = new BlockWriter();
  const parser = new Parser({
    onopentag: (name, attributes) => writer.open(name, attributes['href']),
    ontext: (text) => writer.text(text),
    onclosetag: (name) => writer.close(name),
  });
  parser.end(html);
  return writer.end();
}

const inlineTags: ReadonlySet<string> = new Set(['a', 'b', 'i', 'strong', 'em']);
const listTags: ReadonlySet<string> = new Set(['ul', 'ol']);
const cellTags: ReadonlySet<string> = new Set(['td', 'th']);
const boldTags: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'dt', 'caption']);
const unseenTags: ReadonlySet<string> = new Set(['s', 'del', 'sub', 'sup', 'code', 'q', 'cite']);

class BlockWriter {
  readonly #blocks: string[] = [];
  /** The list in hand with its nested lists; empty outside lists. */
  #list = '';
  #listDepth = 0;
  #itemHasText = false;
  /** The paragraph, or the part of a list item, in hand. */
  #run = '';
  #runHasText = false;
  /** Inline tags that are open, outermost first. */
  readonly #inline: { readonly name: string; readonly tag: string }[] = [];
  #cells = 0;
  #preformatted = 0;

  open(name: string, href: string | undefined): void {
    if (inlineTags.has(name)) this.#openInline(name, href);
    else if (name === 'br') this.#run += '<br />';
    else if (cellTags.has(name)) this.#openCell();
    else if (!unseenTags.has(name)) this.#openBlock(name);
    if (boldTags.has(name)) this.#openInline('strong', undefined);
  }

  text(text: string): void {
    this.#runHasText ||= /[^ \t\n\r\f]/.test(text);
    const escaped = escapeText(text);
    this.#run += this.#preformatted > 0 ? escaped.replaceAll('\n', '<br />') : escaped;
  }

  close(name: string): void {
    if (boldTags.has(name)) this.#closeInline('strong');
    if (inlineTags.has(name)) this.#closeInline(name);
    else if (name !== 'br' && !cellTags.has(name) && !unseenTags.has(name)) this.#closeBlock(name);
  }

  end(): readonly string[] {
    this.#endRun();
    return this.#blocks;
  }

  #openCell(): void {
    if (this.#cells++ > 0) this.#run += ' – ';
  }

  #openBlock(name: string): void {
    this.#endRun();
    if (name === 'tr') this.#cells = 0;
    if (name === 'pre') this.#preformatted++;
    if (listTags.has(name)) {
      this.#listDepth++;
      this.#list += `<${name}>`;
    }
    if (name === 'li' && this.#listDepth > 0) {
      this.#list += '<li>';
      this.#itemHasText = false;
    }
  }

  #closeBlock(name: string): void {
    this.#endRun();
    if (name === 'pre') this.#preformatted--;
    if (this.#listDepth === 0) return;
    if (name === 'li') this.#list += '</li>';
    if (listTags.has(name)) this.#closeList(name);
  }

  #closeList(name: string): void {
    this.#list += `</${name}>`;
    this.#itemHasText = true;
    if (--this.#listDepth > 0) return;
    if (/<li>(?!<\/li>)/.test(this.#list)) this.#blocks.push(this.#list);
    this.#list = '';
  }

  #openInline(name: string, href: string | undefined): void {
    const tag = href === undefined ? `<${name}>` : `<${name} href="${escapeAttribute(href)}">`;
    this.#inline.push({ name, tag });
    this.#run += tag;
  }

  #closeInline(name: string): void {
    if (this.#inline.at(-1)?.name !== name) return;
    this.#inline.pop();
    this.#run += `</${name}>`;
  }

  /** Ends the paragraph in hand. Inline tags that reach over its end are closed here and opened again after it. */
  #endRun(): void {
    if (this.#runHasText) this.#writeRun();
    this.#run = this.#inline.map(({ tag }) => tag).join('');
    this.#runHasText = false;
  }

  #writeRun(): void {
    const closing = this.#inline.map(({ name }) => `</${name}>`).reverse();
    const run = (this.#run + closing.join(''))
      .replace(/[ \t\n\r\f]+/g, ' ')
      .replace(/ ?<br \/> ?/g, '<br />')
      .replace(/^(?:<br \/>| )+|(?:<br \/>| )+$/g, '');
    if (this.#listDepth === 0) {
      this.#blocks.push(`<p>${run}</p>`);
      return;
    }
    this.#list += this.#itemHasText ? `<br />${run}` : run;
    this.#itemHasText = true;
  }
}

/** The words of such blocks: paragraphs divided by an empty line, list items and forced lines by a line end. */
export function appHtmlText(blocks: readonly string[]): string {
  return blocks
    .map((block) =>
      block
        .replace(/<br \/>\s*|<\/li>(?=<li>)|<(?:ul|ol)>(?=<li>)/g, '\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&(lt|gt|quot|amp);/g, (_reference, name: string) => characters[name] ?? '')
        .trim(),
    )
    .join('\n\n');
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
