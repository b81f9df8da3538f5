/** After these a full stop ends no sentence. Lower case, without the stop. */
const abbreviations = new Set(
  'dr mr mrs ms prof rev hon st sr jr messrs vs cf e.g i.e approx dept gen col capt lt sgt vol fig ed eds al'.split(
    ' ',
  ),
);
const boundary = /(?<![.?!…])[.?!…]+["'”’)\]]*\s+(?=["'“‘([]*[^\s\p{Ll}])|[。！？।؟]["”’)\]]*\s*/gu;

/**
 * Splits a paragraph into sentences by punctuation alone, so that every machine splits alike (the
 * segmenters of ICU differ between versions). Loses nothing but the white space between sentences.
 */
export function splitSentences(paragraph: string): readonly { readonly text: string; readonly offset: number }[] {
  const sentences: { text: string; offset: number }[] = [];
  let offset = 0;
  const take = (end: number) => {
    const piece = paragraph.slice(offset, end);
    const text = piece.trim();
    if (text !== '') sentences.push({ text, offset: offset + piece.indexOf(text) });
    offset = end;
  };
  for (const match of paragraph.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (!isAbbreviation(paragraph.slice(offset, match.index), match[0], paragraph.slice(end, end + 1))) take(end);
  }
  take(paragraph.length);
  return sentences;
}

function isAbbreviation(before: string, mark: string, next: string): boolean {
  if (!/^\.\s/.test(mark)) return false;
  const word = (/[^\s("'“‘[]+$/.exec(before)?.[0] ?? '').toLowerCase();
  // "No. 7" counts, "No. We did not." answers.
  if (word === 'no') return /\d/.test(next);
  // A single letter is an initial, but "I" and "a" end sentences.
  return abbreviations.has(word) || (/^\p{L}$/u.test(word) && word !== 'i' && word !== 'a');
}
