import { type Located, NoteLink } from './note-link.ts';
import type { Notes } from './notes.ts';

/** `[words](https://address)`, of signs that mean nothing else to Markdown. */
const links = /(?<!!)\[([^\0\r\n[\]()*_`~<>&\\|@!:/"^]+)\]\((https?:\/\/[\w.~:/?#%=+,;-]+)\)/g;

/** Beside them, whatever might be code, HTML, a reference, a table, a picture, a bare address or a list in a list in a list. */
const special = /[\t`~<>&\\|@[]| {4}|\/\/|\r(?!\n)|^ *(?:[-+*]|\d+[.)]) +(?:[-+*]|\d+[.)])(?: |$)/m;

/**
 * The notes in Markdown that is plain prose, as most are: paragraphs, headings, lists, and links to web addresses. Taking it apart
 * as Markdown would find the same, and takes ten times as long. `undefined` where that has to be done.
 */
export function readProse(markdown: string, locate: Located): Notes | undefined {
  const rest = markdown.replace(links, (_link, words: string) => words);
  if (special.test(rest) || !/\p{L}/u.test(rest)) return undefined;
  const found = Array.from(markdown.matchAll(links), ({ 1: words = '', 2: href = '', index }): NoteLink => {
    const start = index + words.length + 3;
    return new NoteLink(href, words, false, [start, start + href.length], locate);
  });
  return { links: found, pictures: [], tags: [], hasWords: true };
}
