import type { Remark } from './remark.ts';
import type { Talk, TalkTurn } from './talk.ts';

/** Shorter turns are calls such as "Mm" and "Right". */
const leastWords = 5;
/** Where more turns than this end so, the whole transcript is written without full stops. */
const mostInAHundred = 15;

/** Whether words stop in the middle of a sentence. Those that end in a dash or dots were broken off, and say so. */
export function isCut(turn: TalkTurn): boolean {
  return !/[.?!…:;。！？؟।\p{Pd}♪][\p{Pe}\p{Pf}"'*]*$/u.test(turn.text) && isLong(turn);
}

function isLong({ words }: TalkTurn): boolean {
  return words.length >= leastWords;
}

/** Turns that end in the middle of a sentence and go on under another name. */
export function cutTurns(talk: Talk): readonly Remark[] {
  const cut = talk.flatMap((turn, index) => {
    const next = talk[index + 1];
    const goesOn = turn.speaker !== undefined && next?.speaker !== undefined && next.speaker !== turn.speaker;
    return goesOn && isCut(turn) ? [{ turn, next, index }] : [];
  });
  if (cut.length > 3 && cut.length * 100 > talk.filter(isLong).length * mostInAHundred) return [];
  return cut.map(({ turn, next, index }) => {
    const isLower = /^\P{L}*\p{Ll}/u.test(next.text);
    return {
      turn: index,
      start: turn.words.at(-4)?.start ?? 0,
      end: turn.text.length,
      isSure: isLower,
      hint: `cut off here; goes on under ${next.speaker}?`,
      message: `This turn of ${turn.speaker} ends in the middle of a sentence, and ${isLower ? `${next.speaker} goes on in small letters` : `what follows is under ${next.speaker}`}.`,
      remedy:
        'Listen to where the one stops and the other begins. Move the words to whoever says them, or finish the sentence.',
    };
  });
}
