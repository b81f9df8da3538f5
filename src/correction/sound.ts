import { distance } from 'fastest-levenshtein';
import { isOneSlip } from '../text/nearest.ts';

/** The order matters: what is written with several letters comes first. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(?:k|g|p)(?=n)/, ''],
  [/^w(?=r)/, ''],
  [/^x/, 's'],
  [/tch|ch|sh/g, 'X'],
  [/th/g, 'T'],
  [/ph/g, 'f'],
  [/(?<!^)gh/g, ''],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/^[aeiou]/, 'A'],
  [/[aeiouyhw]/g, ''],
];

/**
 * The consonants that are heard in a word, so that words that sound alike have one code: Riddell and Ridell, Macabee and
 * McAbee, Peapod and PPod. Rough on purpose: `soundsLike` looks at the letters too.
 */
export function soundOf(word: string): string {
  // Doubled letters are one sound, but "PP" at the beginning of PPod is spelled out.
  const single = withoutMarks(word).replace(/(\p{Ll})\1+/gu, '$1');
  return spellings.reduce((sound, [letters, code]) => sound.replace(letters, code), lettersOf(single));
}

/** The letters and digits of a word or name, without case, accents, spaces and hyphens. */
export function lettersOf(words: string): string {
  return withoutMarks(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A word or name, as it is written and heard. */
export interface Heard {
  readonly letters: string;
  readonly sound: string;
}

export function heard(words: readonly string[]): Heard {
  return { letters: words.map(lettersOf).join(''), sound: words.map(soundOf).join('') };
}

/** Fewer letters say too little. */
export const leastLetters = 4;
/** Fewer consonants do so too: Anna and Anne may be two people. */
const leastConsonants = 3;
/** In a short word one wrong letter most often makes another word. */
const leastLettersOfSlip = 6;

/** How one name resembles another; `undefined` when it does not, is the same, or is only its plural or short form. */
export function resemblance(a: Heard, b: Heard): 'sound' | 'slip' | undefined {
  const [short, long] = [a, b].map(({ letters }) => letters).sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.length < leastLetters || short === long) return undefined;
  if (long === `${short}s` || long === `${short}es`) return undefined;
  const isHeardAlike = a.sound === b.sound && a.sound.length >= leastConsonants;
  if (isHeardAlike && distance(short, long) <= Math.max(1, Math.floor(long.length / 3))) return 'sound';
  if (long.length < leastLettersOfSlip || long.startsWith(short) || long.charAt(0) !== short.charAt(0))
    return undefined;
  return isOneSlip(short, long) ? 'slip' : undefined;
}

function withoutMarks(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '');
}
