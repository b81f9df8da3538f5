import { isCut } from './cut-turn.ts';
import type { Remark } from './remark.ts';
import { openingEnd, type Talk } from './talk.ts';

/** Where more turns than this follow one of the same speaker, every paragraph has its name. */
const mostInAHundred = 8;

/** Two turns in a row under one name: either one belongs to somebody else, or they are one turn. */
export function speakersTwice(talk: Talk): readonly Remark[] {
  const found = talk.flatMap((turn, index) => {
    const before = talk[index - 1];
    return before !== undefined && turn.speaker !== undefined && before.speaker === turn.speaker
      ? [{ turn, before, index }]
      : [];
  });
  if (found.length > 2 && found.length * 100 > talk.length * mostInAHundred) return [];
  return found.map(({ turn, before, index }) => {
    const cut = isCut(before) ? ', and the first of them ends in the middle of a sentence' : '';
    return {
      turn: index,
      start: 0,
      end: openingEnd(turn),
      isSure: cut !== '',
      hint: 'the same name twice in a row',
      message: `Two turns in a row stand under ${turn.speaker}${cut}.`,
      remedy: 'Listen to both. If somebody else speaks in one of them, correct its name; if not, make them one turn.',
    };
  });
}
