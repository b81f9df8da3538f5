import { splitSentences } from '../transcripts/sentences.ts';
import { withoutAddresses } from './addresses.ts';
import type { KnownName } from './names.ts';
import type { Remark } from './remark.ts';
import { type Heard, heard, leastLetters, resemblance } from './sound.ts';
import { isCapital, type SpokenWord, wordsOf } from './words.ts';

/** Words that look or sound like a name, but are spelt otherwise. Offsets are UTF-16 units of the text. */
export interface NearMiss {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly known: KnownName;
}

/** Every word that stands in small letters somewhere: no name, even at the beginning of a sentence. */
export function ordinaryWords(words: readonly SpokenWord[]): ReadonlySet<string> {
  return new Set(words.flatMap(({ text }) => (isCapital(text) ? [] : [text])));
}

/** A text and its words. */
export interface NameText {
  readonly text: string;
  readonly words: readonly SpokenWord[];
  /** Offsets of the words that open a sentence. */
  readonly openings: ReadonlySet<number>;
}

/** Finds the near misses of texts, in order; the first name that fits each place. */
export function nearMissFinder(
  names: readonly KnownName[],
  ordinary: ReadonlySet<string>,
): (text: NameText) => readonly NearMiss[] {
  const right = new Set(names.map(({ letters }) => letters));
  const sizes = [...new Set(names.flatMap(({ wordCount }) => [wordCount - 1, wordCount, wordCount + 1]))]
    .filter((size) => size > 0)
    .sort((a, b) => b - a);
  const hear = remembering();
  const missAt = ({ text, words, openings }: NameText, index: number): NearMiss | undefined => {
    const start = words[index]?.start ?? 0;
    for (const size of sizes) {
      const stretch = words.slice(index, index + size);
      if (stretch.length < size || !isName(stretch, ordinary) || !isUnbroken(text, stretch)) continue;
      const written = text.slice(start, stretch.at(-1)?.end).replace(/['’]s$/, '');
      const known = matching(written, hear(stretch), size, names, right, openings.has(start));
      if (known !== undefined) return { start, end: start + written.length, words: written, known };
    }
    return undefined;
  };
  return (text) => {
    const found: NearMiss[] = [];
    for (const [index, { start, text: word }] of text.words.entries()) {
      const miss = isCapital(word) && start >= (found.at(-1)?.end ?? 0) ? missAt(text, index) : undefined;
      if (miss !== undefined) found.push(miss);
    }
    return found;
  };
}

function matching(
  written: string,
  it: Heard,
  size: number,
  names: readonly KnownName[],
  right: ReadonlySet<string>,
  opensSentence: boolean,
): KnownName | undefined {
  if (right.has(it.letters)) {
    return names.find((known) => known.letters === it.letters && isSpacedOtherwise(written, known));
  }
  return names.find((known) => {
    // "Summer Set" for Somerset and "PPod" for P Pod, but no single word for a name of many.
    if (Math.abs(known.wordCount - size) > 1) return false;
    const alike = resemblance(it, known);
    // Any word has a capital at the beginning of a sentence: there only the sound is proof enough.
    return alike === 'sound' || (alike === 'slip' && !opensSentence);
  });
}

/** The right letters, but run together or divided otherwise: PPod and P-Pod for The P Pod. */
function isSpacedOtherwise(written: string, { name, wordCount, letters }: KnownName): boolean {
  const spaced = (words: string) =>
    words
      .toLowerCase()
      .replace(/’/g, "'")
      .replace(/^the\s+/, '');
  return wordCount > 1 && letters.length >= leastLetters && spaced(written) !== spaced(name);
}

/** How stretches of words are heard; each word is worked out once. */
function remembering(): (stretch: readonly SpokenWord[]) => Heard {
  const known = new Map<string, Heard>();
  const one = (text: string) => {
    const it = known.get(text) ?? heard([text.replace(/['’]s$/, '')]);
    known.set(text, it);
    return it;
  };
  return (stretch) => {
    const words = stretch.map(({ text }) => one(text));
    return { letters: words.map(({ letters }) => letters).join(''), sound: words.map(({ sound }) => sound).join('') };
  };
}

function isName(stretch: readonly SpokenWord[], ordinary: ReadonlySet<string>): boolean {
  return stretch.some(({ text }) => isCapital(text) && !isOrdinary(text, ordinary));
}

function isOrdinary(text: string, ordinary: ReadonlySet<string>): boolean {
  const word = text.toLowerCase();
  return [word, word.replace(/['’]s$/, ''), word.replace(/s$/, ''), `${word}s`].some((form) => ordinary.has(form));
}

function isUnbroken(text: string, stretch: readonly SpokenWord[]): boolean {
  return stretch.every(({ start }, index) => {
    const before = stretch[index - 1];
    return before === undefined || /^\s+$/.test(text.slice(before.end, start));
  });
}

/** Written text, such as notes, as `nearMisses` takes it. */
export function nameText(text: string): NameText {
  const starts = splitSentences(text).map(({ text: sentence, offset }) => offset + (wordsOf(sentence)[0]?.start ?? 0));
  return { text, words: wordsOf(withoutAddresses(text)), openings: new Set(starts) };
}

/** How a near miss is told to a person. */
export function nearMissWords({ words, known }: NearMiss): Pick<Remark, 'message' | 'remedy' | 'offers'> {
  const { name, from, isMet } = known;
  return {
    ...(isMet ? {} : { offers: [{ wrong: words, right: name }] }),
    message: `"${words}" looks or sounds like "${name}", which is the spelling in ${from}.`,
    remedy: isMet
      ? 'Find out which of the two is right, and write it in both places.'
      : `If "${name}" is meant, write it so, or let ppod check --fix ask you about it; it asks no more once "${words}" stands among the wrong spellings of "${name}" under vocabulary in show.md. If "${words}" is right, leave it.`,
  };
}
