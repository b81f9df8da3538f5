const windows1252 = new TextDecoder('windows-1252');

/** Control characters, lone halves of surrogate pairs and code points that stand for nothing. */
const unprintable = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/**
 * The text as XML 1.0 can hold it: line ends are `\n`, and characters that it forbids (production [2] Char) or advises
 * against (section 2.2) are gone. The only place that drops them.
 *
 * U+0080 to U+009F come from Windows-1252 text that was read as Latin-1: they are read again as the quotes and dashes they were.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0080-\u009f]/g, (character) => windows1252.decode(Uint8Array.of(character.charCodeAt(0))))
    .replace(unprintable, '');
}

/** Clean text on one line, trimmed: titles, names, labels. Spaces that do not break are kept. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\t\n ]+/g, ' ')
    .trim();
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
