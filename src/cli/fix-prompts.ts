import { select } from '@clack/prompts';
import type { SpellingAnswer, SpellingQuestion } from '../pipeline/spelling-questions.ts';
import { Stopped } from './stopped.ts';

/** So many places are shown before the question. */
const mostShown = 3;

/** Asks on the terminal. @param redact blacks out what must not be shown. @throws Stopped */
export async function askSpelling(
  { wrong, right, file, places }: SpellingQuestion,
  redact: (text: string) => string,
): Promise<SpellingAnswer> {
  const shown = places.slice(0, mostShown).map(({ line, words }) => `${file}:${line}  ${words}`);
  const more = places.length > mostShown ? [`and ${places.length - mostShown} more`] : [];
  const answer = await select<SpellingAnswer>({
    message: redact([`Write "${right}" in place of "${wrong}"?`, ...shown, ...more].join('\n')),
    options: [
      { value: 'no', label: 'No', hint: 'leave it as it is' },
      { value: 'yes', label: 'Yes', hint: places.length === 1 ? 'here' : `in these ${places.length} places` },
      { value: 'always', label: 'Always', hint: 'everywhere, and list it under vocabulary in show.md' },
    ],
    // Questions are talk, so they go to standard error.
    output: process.stderr,
  });
  // A symbol: the question was left with Ctrl-C or Escape.
  if (typeof answer === 'symbol') throw new Stopped();
  return answer;
}
