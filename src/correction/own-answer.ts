import type { Remark } from './remark.ts';
import type { Talk } from './talk.ts';

const answer = /^(?:yes|yeah|yep|no|nope|absolutely|definitely|certainly|of course|sure|exactly)\b[,.!]/i;
/** Put to the other person, and not only for the sake of talk: "you know?", "isn't it?". */
const address = /\b(?:you|your|yours)\b/i;
const tag = /(?:\byou (?:know|see)|n['’]t (?:it|there|they|you|he|she|we|i)|\b(?:right|okay|ok|yeah|eh))\?$/i;
const leastWords = 5;

/** A question to the other person, and its answer, in one turn: the change of speaker between them was missed. In English. */
export function ownAnswers(talk: Talk): readonly Remark[] {
  return talk.flatMap(({ speaker, sentences }, index) =>
    sentences.flatMap((question, at) => {
      const next = sentences[at + 1];
      if (speaker === undefined || next === undefined || !question.text.endsWith('?') || !answer.test(next.text))
        return [];
      if (question.words.length < leastWords || !address.test(question.text) || tag.test(question.text)) return [];
      return [
        {
          turn: index,
          start: question.start,
          end: next.start + next.text.length,
          isSure: false,
          hint: 'is the answer somebody else’s?',
          message: `${speaker} asks a question here and answers it in the same turn.`,
          remedy: 'Listen to this place. If somebody else answers, begin a new turn under that name.',
        },
      ];
    }),
  );
}
