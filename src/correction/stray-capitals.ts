import type { Remark } from './remark.ts';
import type { Talk } from './talk.ts';
import { isCapital, type SpokenWord } from './words.ts';

/** A word that stands in small letters so many times, and so many times as often as with a capital, is no name. */
const leastSmall = 3;

/**
 * Capitals within a sentence, of words that otherwise stand in small letters: recognised speech was cut there. None in a
 * language that gives every noun a capital.
 */
export function strayCapitals(talk: Talk, language: string): readonly Remark[] {
  if (/^(?:de|lb|gsw)\b/i.test(language)) return [];
  const sentences = talk.flatMap((turn, index) =>
    turn.sentences.map(({ words }) => ({ turn: index, text: turn.text, words })),
  );
  const inner = sentences.map((sentence) => ({
    ...sentence,
    capitals: sentence.words.filter((word, at) => isStray(sentence.text, sentence.words, word, at)),
  }));
  if (inner.every(({ capitals }) => capitals.length === 0)) return [];
  const small = counted(sentences.flatMap(({ words }) => words.filter(({ text }) => !isCapital(text))));
  const large = counted(inner.flatMap(({ capitals }) => capitals));
  return inner.flatMap(({ turn, capitals }) =>
    capitals
      .filter(({ text }) => {
        const times = small.get(text.toLowerCase()) ?? 0;
        return times >= leastSmall * (large.get(text.toLowerCase()) ?? 1);
      })
      .map((word) => ({
        turn,
        start: word.start,
        end: word.end,
        isSure: false,
        hint: `“${word.text.toLowerCase()}”, or a full stop before it?`,
        message: 'A word within a sentence begins with a capital here, though it has none elsewhere.',
        remedy: 'See whether a sentence ends here: put a full stop before the word, or write it small.',
      })),
  );
}

/** Within a sentence, alone among small words and after no comma: other capitals belong to names, titles and quoted speech. */
function isStray(turn: string, words: readonly SpokenWord[], { text, start }: SpokenWord, at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  if (before === undefined || !isCapital(text) || !/^\p{Lu}[\p{Ll}'’]+$/u.test(text) || /^I['’]/.test(text))
    return false;
  const isSmall = (word: SpokenWord | undefined) => !/\p{Lu}/u.test(word?.text ?? '') || /^I\b/.test(word?.text ?? '');
  if (/^(?:May|March)$/.test(text) && beforeMonth.test(before.text)) return false;
  return /^\s$/.test(turn.slice(before.end, start)) && isSmall(before) && isSmall(after);
}

const beforeMonth = /^(?:last|next|this|in|of|early|late|mid|by|since|until|till|from|to|during|\d+(?:st|nd|rd|th)?)$/i;

function counted(words: readonly SpokenWord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of words) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
  return counts;
}
