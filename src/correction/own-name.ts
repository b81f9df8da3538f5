import type { Remark } from './remark.ts';
import type { Talk } from './talk.ts';
import { wordsOf } from './words.ts';

const calls = [
  'thank you(?: so much| very much)?',
  'thanks(?: so much| very much| a lot)?',
  'hi',
  'hello',
  'hey',
  'good (?:morning|afternoon|evening)',
  'welcome(?: back)?',
  'sorry',
  'yes',
  'yeah',
  'no',
  'well',
  'so',
  'right',
  'okay',
  'over to you',
  'back to you',
  'bye',
  'goodbye',
].join('|');

/** Turns that call their own speaker by the first name: most likely somebody else says that. In English. */
export function ownNames(talk: Talk): readonly Remark[] {
  const first = new Map(talk.flatMap(({ speaker }) => (speaker === undefined ? [] : [[speaker, firstName(speaker)]])));
  return talk.flatMap(({ speaker, text }, index) => {
    const name = speaker === undefined ? undefined : first.get(speaker);
    const isShared = [...first.values()].filter((other) => other === name).length > 1;
    if (name === undefined || isShared) return [];
    // "Thanks, Steve." and "Steve, what do you think?", but not "Yes, Steve's team".
    const called = new RegExp(
      `(?:(?<![\\p{L}\\p{N}])(?:${calls}),? |^|(?<=[.?!] ))(${name})(?=${'[,.!?]'})(?! (?:here|speaking)\\b)`,
      'giu',
    );
    return [...text.matchAll(called)]
      .filter(([words]) => words.includes(name))
      .map(({ 0: words, index: start }) => ({
        turn: index,
        start,
        end: start + words.length,
        isSure: false,
        hint: `would ${name} say this?`,
        message: `This turn stands under ${speaker}, but says "${words}", as somebody else would.`,
        remedy: `Listen to this place, and put the words under whoever speaks to ${name}.`,
      }));
  });
}

function firstName(speaker: string): string | undefined {
  const names = wordsOf(speaker).filter(
    ({ text }) => !/^(?:dr|mr|mrs|ms|miss|prof|professor|sir|dame|rev)$/i.test(text),
  );
  const name = names.length > 1 ? names[0]?.text : undefined;
  return name !== undefined && /^\p{Lu}[\p{L}’'-]+$/u.test(name) ? name : undefined;
}
