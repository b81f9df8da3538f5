import { restoreWindows1252 } from './windows-1252.ts';

/** Control characters, lone halves of surrogate pairs and code points that stand for nothing. */
const unprintable = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** What most texts consist of; the test saves the three passes below. */
const plain = /^[\t\n -~\u00a0-\u2fff]*$/;

/**
 * The text as XML 1.0 can hold it: line ends are `\n`, and characters that it forbids (production [2] Char) or advises
 * against (section 2.2) are gone. The only place that drops them.
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text;
  return restoreWindows1252(text).replace(/\r\n?/g, '\n').replace(unprintable, '');
}

/** Clean text on one line, trimmed: titles, names, labels. Spaces that do not break are kept. */
export function cleanLine(text: string): string {
  const clean = cleanText(text).trim();
  return /[\t\n]| {2}/.test(clean) ? clean.replace(/[\t\n ]+/g, ' ') : clean;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** Clean text as the value of an XML or HTML attribute between double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n]/g, (character) => references[character] ?? '');
}

/** Clean text between XML or HTML tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => references[character] ?? '');
}
