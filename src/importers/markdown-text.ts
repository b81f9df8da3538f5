/** An address, without the sign that ends the sentence which it stands in. */
const address = /https?:\/\/[^\s<>"'\\]*[^\s<>"'\\.,;:!?)\]*_~]/g;

/**
 * Plain text as Markdown that shows every character as it is. Addresses become links as readers of Markdown know them surely,
 * whatever stands beside them: `<https://example.org/>`. `text` is one line or a part of one.
 */
export function escapeMarkdown(text: string): string {
  let escaped = '';
  let from = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    escaped += `${escapeWords(text.slice(from, index))}<${url}>`;
    from = index + url.length;
  }
  return escaped + escapeWords(text.slice(from));
}

function escapeWords(text: string): string {
  return text
    .replace(/[\\`*[\]<~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#|[A-Za-z][A-Za-z\d]*;)/g, '&amp;');
}

/** Lines of a paragraph whose beginning would make a heading, a list, a quotation or a rule of them, made plain again. */
export function escapeLineStarts(paragraph: string): string {
  return paragraph.replace(/^([ \t]*)(?:([#>=+-])|(\d{1,9})([.)])(?=\s|$))/gm, (_whole, space, mark, number, dot) =>
    mark === undefined ? `${space}${number}\\${dot}` : `${space}\\${mark}`,
  );
}
