import { autocomplete, text } from '@clack/prompts';
import { categories, formatCategory } from '../model/categories.ts';
import { faultOf } from './init-answers.ts';
import type { Answers, Question } from './init-questions.ts';

/** Asks `questions` on the terminal, one after the other. `undefined` when the person stops it with Ctrl-C or Escape. */
export async function askAll(
  questions: readonly Question[],
  likely: Readonly<Partial<Answers>>,
): Promise<Partial<Answers> | undefined> {
  const answers: Partial<Answers> = {};
  for (const question of questions) {
    const answer = await ask(question, likely[question.key]);
    // A symbol: the question was left with Ctrl-C or Escape.
    if (typeof answer === 'symbol') return undefined;
    answers[question.key] = answer.trim();
  }
  return answers;
}

/** Questions are talk, so they go to standard error. */
const output = process.stderr;

async function ask({ key, ask: message, isOptional }: Question, likely = ''): Promise<string | symbol> {
  if (key === 'category') return autocomplete({ message, options: allCategories, maxItems: 10, output });
  const answer = await text({
    message,
    ...(likely === '' ? {} : { initialValue: likely }),
    validate: (value = '') => {
      if (value.trim() !== '') return faultOf(key, value.trim());
      return isOptional === true ? undefined : 'Please write something.';
    },
    output,
  });
  // An empty line comes back as undefined.
  return answer ?? '';
}

const allCategories = Object.entries(categories).flatMap(([parent, children]) =>
  [formatCategory({ parent }), ...children.map((child) => formatCategory({ parent, child }))].map((value) => ({
    value,
    label: value,
  })),
);
