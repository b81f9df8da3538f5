import { existsSync } from 'node:fs';
import { text } from '@clack/prompts';
import { parseDate } from '../text/dates.ts';
import type { ChosenFacts } from './new.ts';

/** Asks for what is not settled, offering what is likely. `undefined` when the person stops it. */
export async function askFacts(
  likely: ChosenFacts,
  settled: Readonly<Partial<Record<keyof ChosenFacts, unknown>>>,
  timeZone: string,
): Promise<ChosenFacts | undefined> {
  const facts = { ...likely };
  for (const { key, message, fault } of questionsIn(timeZone)) {
    if (settled[key] !== undefined) continue;
    const answer = await text({
      message,
      initialValue: likely[key] ?? '',
      validate: (value = '') => fault(value.trim()),
      output: process.stderr,
    });
    if (typeof answer === 'symbol') return undefined;
    facts[key] = (answer ?? '').trim();
  }
  return facts;
}

interface Question {
  readonly key: keyof ChosenFacts;
  readonly message: string;
  readonly fault: (answer: string) => string | undefined;
}

const questionsIn = (timeZone: string): readonly Question[] => [
  {
    key: 'title',
    message: 'What is the episode called?',
    fault: (answer) => (answer === '' ? 'Please write something.' : undefined),
  },
  {
    key: 'date',
    message: 'When is it to come out?',
    fault: (answer) =>
      parseDate(answer, timeZone).kind === 'date' ? undefined : 'Write a date like 2026-03-01 or 2026-03-01 09:00.',
  },
  {
    key: 'transcript',
    message: 'Which file is its transcript? (empty: later)',
    fault: (answer) => (answer === '' || existsSync(answer) ? undefined : `There is no file "${answer}".`),
  },
];
