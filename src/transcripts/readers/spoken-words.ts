import type { Word } from '../../model/transcript.ts';
import { singleSpaced, type Utterance } from '../reader.ts';
import { splitSentences } from '../sentences.ts';

/** One word of a recogniser, with its punctuation. */
export interface SpokenWord extends Word {
  readonly label: string | undefined;
  readonly line: number;
  /** The recogniser itself ends a phrase or paragraph after this word. */
  readonly endsPhrase?: boolean | undefined;
}

/** Where a speaker without punctuation is taken to begin a new sentence. */
const pauseSeconds = 1;
const longestRun = 40;

/** Joins words to sentences: at punctuation, where the speaker changes, and in speech without punctuation at pauses. */
export function sentencesOfWords(words: readonly SpokenWord[]): readonly Utterance[] {
  const filled = words.filter(({ text }) => singleSpaced(text) !== '');
  const ends = sentenceEnds(filled);
  const utterances: Utterance[] = [];
  let run: SpokenWord[] = [];
  for (const [index, word] of filled.entries()) {
    run.push(word);
    if (!ends.has(index) && !endsRun(word, filled[index + 1], run.length)) continue;
    utterances.push(utter(run));
    run = [];
  }
  return utterances;
}

/** Indices of the words that end sentences by punctuation. */
function sentenceEnds(words: readonly SpokenWord[]): ReadonlySet<number> {
  const ends = new Set<number>();
  let next = 0;
  for (const { text } of splitSentences(words.map((word) => singleSpaced(word.text)).join(' '))) {
    for (let length = -1; length < text.length && next < words.length; next++)
      length += 1 + singleSpaced(words[next]?.text ?? '').length;
    ends.add(next - 1);
  }
  return ends;
}

function endsRun(word: SpokenWord, next: SpokenWord | undefined, length: number): boolean {
  if (next === undefined || next.label !== word.label || word.endsPhrase === true) return true;
  if (length >= longestRun && /[,;:]$/.test(word.text)) return true;
  const pause = (next.startSeconds ?? 0) - (word.endSeconds ?? next.startSeconds ?? 0);
  return pause >= pauseSeconds || length >= 2 * longestRun;
}

function utter(run: readonly SpokenWord[]): Utterance {
  const [first, last] = [run[0], run.at(-1)];
  const words = run.map(({ text, startSeconds, endSeconds }) => ({
    text: singleSpaced(text),
    startSeconds,
    endSeconds,
  }));
  return {
    label: first?.label,
    text: words.map(({ text }) => text).join(' '),
    line: first?.line ?? 1,
    startSeconds: first?.startSeconds,
    endSeconds: last?.endSeconds,
    words,
  };
}
