import { distance } from 'fastest-levenshtein';
import { isOneSlip } from '../../text/nearest.ts';
import type { Match } from './match.ts';

/** A place where a name or term of the list stands. */
export interface NameMatch extends Match {
  /** False for a likeness of a single short word, which may be another word altogether. */
  readonly isCertain: boolean;
}

/** A word of a text: its letters without case and accents, and where it stands. */
interface Token extends Match {
  readonly letters: string;
}

interface Term {
  readonly letters: string;
  readonly words: number;
}

type Verdict = 'certain' | 'likely' | 'none';

/** Letters from which one slip is allowed, and two. */
const lettersForOneSlip = 6;
const lettersForTwoSlips = 12;
/** Letters from which a single word with a slip can hardly be another word. */
const lettersToBeCertain = 8;

/**
 * A list of names and terms to be found in texts whatever their case, accents and spacing, and with a slip or two of
 * spelling when they are long enough. It gives away only places, never its entries.
 */
export class NameList {
  readonly #terms: readonly Term[];
  readonly #exact: ReadonlySet<string>;
  /** Those that are found with a slip too: long enough, and without a number. */
  readonly #alike: readonly Term[];
  readonly #longest: number;
  readonly #verdicts = new Map<string, Verdict>();

  constructor(entries: readonly string[]) {
    this.#terms = entries
      .map((entry) => tokensOf(entry))
      .map((tokens) => ({ letters: tokens.map(({ letters }) => letters).join(''), words: tokens.length }))
      .filter(({ letters }) => letters !== '');
    this.#exact = new Set(this.#terms.map(({ letters }) => letters));
    this.#alike = this.#terms.filter(
      (term) => term.letters.length >= lettersForOneSlip && /^\p{L}+$/u.test(term.letters),
    );
    this.#longest = Math.max(0, ...this.#terms.map(({ letters }) => letters.length));
  }

  get isEmpty(): boolean {
    return this.#terms.length === 0;
  }

  /** The places in order, without overlaps: first what is exactly an entry, then what is like one in the rest. */
  find(text: string): readonly NameMatch[] {
    if (this.isEmpty) return [];
    const tokens = tokensOf(text);
    const exact = this.#scan(tokens, (letters) => (this.#exact.has(letters) ? 'certain' : 'none'));
    const rest = tokens.map((token) => (isWithin(token, exact) ? undefined : token));
    const like = this.#scan(rest, (letters, words) => this.#likeness(letters, words));
    return [...exact, ...like].sort((a, b) => a.start - b.start);
  }

  /** Judges every run of tokens as one word; of several runs from one token the surest counts, then the longest exact one. */
  #scan(
    tokens: readonly (Token | undefined)[],
    judge: (letters: string, words: number) => Verdict,
  ): readonly NameMatch[] {
    const found: NameMatch[] = [];
    for (let first = 0; first < tokens.length; first++) {
      let letters = '';
      let best: { readonly match: NameMatch; readonly last: number } | undefined;
      for (let last = first; letters.length <= this.#longest; last++) {
        const [start, end] = [tokens[first], tokens[last]];
        if (start === undefined || end === undefined) break;
        letters += end.letters;
        const verdict = judge(letters, last - first + 1);
        if (verdict === 'none' || (best?.match.isCertain === true && verdict === 'likely')) continue;
        best = { match: { start: start.start, end: end.end, isCertain: verdict === 'certain' }, last };
      }
      if (best === undefined) continue;
      found.push(best.match);
      first = best.last;
    }
    return found;
  }

  #likeness(letters: string, words: number): Verdict {
    const key = `${words} ${letters}`;
    const known = this.#verdicts.get(key);
    if (known !== undefined) return known;
    const near = this.#alike.filter((term) => Math.abs(term.words - words) <= 1 && isNear(letters, term.letters));
    const isCertain = near.some((term) => term.words > 1 || term.letters.length >= lettersToBeCertain);
    const verdict = near.length === 0 ? 'none' : isCertain ? 'certain' : 'likely';
    this.#verdicts.set(key, verdict);
    return verdict;
  }
}

function isWithin(token: Token, places: readonly Match[]): boolean {
  // Both are in order: the last place that begins before the token's end is the only one that can hold it.
  const place = places.findLast(({ start }) => start < token.end);
  return place !== undefined && token.start < place.end;
}

/** Whether `letters` is `term` with a slip: a letter too many, too few, wrong, or two that changed places. */
function isNear(letters: string, term: string): boolean {
  const slips = term.length < lettersForTwoSlips ? 1 : 2;
  if (Math.abs(letters.length - term.length) > slips || /\p{N}/u.test(letters)) return false;
  return isOneSlip(letters, term) || distance(letters, term) <= slips;
}

/** Words and numbers; `MarySmith2` is three of them, since file names join what speech parts. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(/(?:\p{L}\p{M}*)+|\p{N}+/gu)) {
    let start = index;
    for (const part of word.split(/(?<=\p{Ll}\p{M}*)(?=\p{Lu})/u)) {
      const letters = fold(part);
      if (letters !== '') tokens.push({ letters, start, end: start + part.length });
      start += part.length;
    }
  }
  return tokens;
}

const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => ligatures[letter] ?? letter);
}
