import type { KnownName } from './names.ts';
import { nearMissFinder, nearMissWords, ordinaryWords } from './near-misses.ts';
import type { Remark } from './remark.ts';
import type { Talk } from './talk.ts';
import { misspellings, type Vocabulary } from './vocabulary.ts';

/** The near misses of a transcript, without those that the show lists: they are known to be wrong. */
export function nameRemarks(talk: Talk, names: readonly KnownName[], vocabulary: Vocabulary): readonly Remark[] {
  const find = nearMissFinder(names, ordinaryWords(talk.flatMap(({ words }) => words)));
  return talk.flatMap(({ text, words, sentences }, turn) => {
    const openings = new Set(sentences.map((sentence) => sentence.words[0]?.start ?? sentence.start));
    const listed = misspellings(text, vocabulary);
    return find({ text, words, openings })
      .filter(({ start, end }) => !listed.some((place) => place.start < end && start < place.end))
      .map((miss) => ({
        turn,
        start: miss.start,
        end: miss.end,
        isSure: false,
        hint: `${miss.known.name}?`,
        ...nearMissWords(miss),
      }));
  });
}
