import type { Remark } from './remark.ts';
import type { Talk } from './talk.ts';

/** Small words that nobody writes twice. "That that" and "very very" may be meant. */
const twice =
  /(?<![\p{L}\p{N}'’-])(the|a|an|of|to|in|on|at|for|from|with|by|as|and|but|or|if|is|are|was|were|be|my|our|your|their|we|they)\s+\1(?![\p{L}\p{N}'’-])/giu;

/** Words that stand there twice, such as "the the". In English. */
export function repeatedWords(talk: Talk): readonly Remark[] {
  return talk.flatMap(({ text }, turn) =>
    [...text.matchAll(twice)].map(({ 0: words, index }) => ({
      turn,
      start: index,
      end: index + words.length,
      isSure: false,
      hint: 'once or twice?',
      message: 'A small word stands here twice.',
      remedy: 'If it was said once, delete one. What was said twice may stay, or go where it only hinders reading.',
    })),
  );
}
