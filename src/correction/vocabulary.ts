import { withoutAddresses } from './addresses.ts';

/** The right spellings of a show, each with the wrong ones. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>;

/** A wrong spelling that the show lists, and what belongs there. Offsets are UTF-16 units of the text. */
export interface Misspelling {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly right: string;
  /** The right spelling as it fits the sentence: no second "the". */
  readonly replacement: string;
}

/** Finds the listed wrong spellings in a text, in order; of two that overlap the longer one. */
export function misspellings(text: string, vocabulary: Vocabulary): readonly Misspelling[] {
  const isListed = Object.values(vocabulary).some((wrongOnes) =>
    wrongOnes.some((wrong) => placesOf(text, wrong).length > 0),
  );
  if (!isListed) return [];
  const plain = withoutAddresses(text);
  const right = Object.keys(vocabulary).flatMap((word) => placesOf(plain, word));
  const found = Object.entries(vocabulary)
    .flatMap(([word, wrongOnes]) =>
      wrongOnes.flatMap((wrong) => placesOf(plain, wrong).map((place) => ({ ...place, right: word }))),
    )
    .filter(({ start, end }) => !right.some((place) => place.start <= start && end <= place.end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Misspelling[] = [];
  for (const place of found) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(fitted(text, place));
  }
  return kept;
}

interface Listed {
  readonly start: number;
  readonly end: number;
  readonly right: string;
}

/** How many characters before a word are looked at. */
const farthestBefore = 80;

/** "the Peapod" and "our early Peapod" are not to become "the The P Pod" and "our early The P Pod". */
function fitted(text: string, { start, end, right }: Listed): Misspelling {
  const words = text.slice(start, end);
  const [, article, rest] = /^(the|a|an)\s+(.+)$/is.exec(right) ?? [];
  const before = text.slice(Math.max(0, start - farthestBefore), start);
  if (article === undefined || rest === undefined || new RegExp(`^${article}\\s`, 'i').test(words)) {
    return { start, end, words, right, replacement: right };
  }
  const doubled = new RegExp(`(?<![\\p{L}\\p{N}])${article}\\s+$`, 'iu').exec(before);
  if (doubled !== null) {
    const from = start - doubled[0].length;
    return { start: from, end, words: text.slice(from, end), right, replacement: right };
  }
  return { start, end, words, right, replacement: determiner.test(before) ? rest : right };
}

/** Words that take the place of an article, with at most one word between. */
const determiner =
  /(?<![\p{L}\p{N}])(?:a|an|our|your|my|his|her|its|their|this|that|these|those|each|every|any|another)\s+(?:[\p{L}\p{N}'’-]+\s+)?$/iu;

function placesOf(text: string, words: string): readonly { readonly start: number; readonly end: number }[] {
  const [first = '', ...rest] = words.trim();
  // A spelling that is listed in small letters may stand at the beginning of a sentence.
  const opening = /\p{Ll}/u.test(first) ? `[${first}${first.toUpperCase()}]` : escaped(first);
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}])${opening}${escaped(rest.join('')).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...text.matchAll(whole)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
