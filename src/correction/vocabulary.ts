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
  const { mayStandIn, spellings } = patternsOf(vocabulary);
  if (!mayStandIn(text)) return [];
  const plain = withoutAddresses(text);
  const right = spellings.flatMap((spelling) => placesOf(plain, spelling.right));
  const found = spellings
    .flatMap(({ word, wrong }) =>
      wrong.flatMap((one) => placesOf(plain, one)).map((place) => ({ ...place, right: word })),
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

interface Patterns {
  /** False for most texts: one look for all wrong spellings saves the search for each. */
  readonly mayStandIn: (text: string) => boolean;
  readonly spellings: readonly { readonly word: string; readonly right: RegExp; readonly wrong: readonly RegExp[] }[];
}

const known = new WeakMap<Vocabulary, Patterns>();

/** Made once for a vocabulary, which is held against every turn of every transcript. */
function patternsOf(vocabulary: Vocabulary): Patterns {
  const patterns = known.get(vocabulary) ?? makePatterns(vocabulary);
  known.set(vocabulary, patterns);
  return patterns;
}

function makePatterns(vocabulary: Vocabulary): Patterns {
  const wrongOnes = Object.values(vocabulary).flat();
  const any = new RegExp(wrongOnes.map((wrong) => spaced(wrong.trim())).join('|'), 'iu');
  return {
    mayStandIn: (text) => wrongOnes.length > 0 && any.test(text),
    spellings: Object.entries(vocabulary).map(([word, wrong]) => ({
      word,
      right: wholeWords(word),
      wrong: wrong.map(wholeWords),
    })),
  };
}

function wholeWords(words: string): RegExp {
  const [first = '', ...rest] = words.trim();
  // A spelling that is listed in small letters may stand at the beginning of a sentence.
  const opening = /\p{Ll}/u.test(first) ? `[${first}${first.toUpperCase()}]` : escaped(first);
  return new RegExp(`(?<![\\p{L}\\p{N}])${opening}${spaced(rest.join(''))}(?![\\p{L}\\p{N}])`, 'gu');
}

/** As a pattern, with any white space between the words. */
function spaced(words: string): string {
  return escaped(words).replace(/\s+/g, '\\s+');
}

function placesOf(text: string, words: RegExp): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(words)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
