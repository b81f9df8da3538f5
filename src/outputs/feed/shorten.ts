import { Buffer } from 'node:buffer';
import { appHtmlText } from '../../text/app-html.ts';
import { escapeText } from '../../text/xml.ts';

/** What directories take of a description, mark-up included (Apple, Podcast Standards Project). Bytes of UTF-8. */
export const descriptionBytes = 4000;

/**
 * Blocks of HTML cut to what a description may hold: the first ones, `more` in place of what does not fit, and the `lasting`
 * last ones unless these are most of it. Cuts between paragraphs or list items; only a first paragraph that alone is too long is
 * cut within, between words.
 */
export function shorten(blocks: readonly string[], lasting: number, more: string): string {
  const last = blocks.slice(blocks.length - lasting);
  const tail = bytesOf(last.join('\n')) <= descriptionBytes / 2 ? [more, ...last] : [more];
  const head = blocks.slice(0, blocks.length - tail.length + 1);
  return [...fitting(head, descriptionBytes - bytesOf(tail.join('\n'))), ...tail].join('\n');
}

/** As many blocks as fit into `limit` bytes, a line end after each. */
function fitting(blocks: readonly string[], limit: number): readonly string[] {
  const kept: string[] = [];
  let space = limit;
  for (const block of blocks) {
    space -= bytesOf(block) + 1;
    if (space >= 0) {
      kept.push(block);
      continue;
    }
    const items = firstItems(block, space + bytesOf(block));
    if (items !== undefined) kept.push(items);
    break;
  }
  return kept.length > 0
    ? kept
    : [`<p>${firstWords(appHtmlText(blocks.slice(0, 1)), limit - bytesOf('<p></p>') - 1)}</p>`];
}

/** A list with as many of its items, their own lists included, as fit into `limit` bytes; `undefined` for no list or no item. */
function firstItems(block: string, limit: number): string | undefined {
  const closing = block.slice(block.lastIndexOf('<'));
  let depth = 0;
  let end = 0;
  for (const { 0: tag, index } of block.matchAll(/<\/?[uo]l>|<\/li>/g)) {
    if (tag !== '</li>') depth += tag.startsWith('</') ? -1 : 1;
    else if (depth === 1) {
      if (bytesOf(block.slice(0, index) + tag + closing) > limit) break;
      end = index + tag.length;
    }
  }
  return end === 0 ? undefined : block.slice(0, end) + closing;
}

/** The beginning of `text`, escaped, in at most `limit` bytes, ending with a word where there are words. */
function firstWords(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += bytesOf(escapeText(character));
    if (bytes > limit) break;
    end += character.length;
  }
  const lastSpace = text.lastIndexOf(' ', end);
  return escapeText(text.slice(0, lastSpace > 0 ? lastSpace : end));
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
