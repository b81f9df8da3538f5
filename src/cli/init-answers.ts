import { existsSync } from 'node:fs';
import { formatCategory, parseCategory, suggestCategory } from '../model/categories.ts';
import { isLanguage } from '../model/languages.ts';
import { showSchema } from '../model/show.ts';
import { isTimeZone } from '../text/dates.ts';
import type { Answers } from './init-questions.ts';

/** What is wrong with an answer to a question of `ppod init` and what to write instead, or `undefined`. */
export function faultOf(key: keyof Answers, answer: string): string | undefined {
  return faults[key]?.(answer);
}

const faults: Readonly<Partial<Record<keyof Answers, (answer: string) => string | undefined>>> = {
  site: (answer) =>
    showSchema.shape.site.safeParse(answer).success
      ? undefined
      : `"${answer}" is not an address for a site. Write one like https://example.org/podcast/.`,
  language: (answer) =>
    isLanguage(answer) ? undefined : `"${answer}" is not a language code. Write one like en-GB, cy or fr.`,
  timezone: (answer) =>
    isTimeZone(answer) ? undefined : `"${answer}" is not a time zone. Write one like Europe/London.`,
  category: categoryFault,
  email: (answer) =>
    showSchema.shape.email.safeParse(answer).success
      ? undefined
      : `"${answer}" is not an e-mail address. Write one like podcast@example.org.`,
  artwork: (answer) => (existsSync(answer) ? undefined : `There is no file "${answer}".`),
};

function categoryFault(answer: string): string | undefined {
  if (parseCategory(answer) !== undefined) return undefined;
  const meant = suggestCategory(answer);
  const remedy = meant === undefined ? 'Write one like "Education > Courses".' : `Did you mean "${meant}"?`;
  return `Apple has no category "${answer}". ${remedy}`;
}

/** The category as Apple spells it, without odd spaces. */
export function tidyCategory(answer: string): string {
  const category = parseCategory(answer);
  return category === undefined ? answer : formatCategory(category);
}
