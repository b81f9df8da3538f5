import { entriesOf, foldName } from '../people.ts';
import { defineRule } from '../rule.ts';

export const personTwice = defineRule({
  id: 'person-twice',
  subject: 'episode',
  severity: 'warning',
  enforces: [],
  summary: 'The same person is listed twice.',
  why: 'Apps would show the person twice.',
  source: 'Podcasting 2.0',
  remedy: 'Remove one of the two.',
  *check({ content }) {
    const seen = new Set<string>();
    for (const { person, at } of [...entriesOf('people', content.people), ...entriesOf('guests', content.guests)]) {
      const key = `${foldName(person.name)}\n${person.role?.toLowerCase() ?? at[0]}`;
      const name = foldName(person.name);
      const isRepeat = seen.has(key) || (at[0] === 'guests' && seen.has(`people ${name}`));
      seen.add(key);
      if (at[0] === 'people') seen.add(`people ${name}`);
      if (!isRepeat) continue;
      yield { at, message: `${person.name} is listed twice.`, remedy: 'Remove one of the two entries.' };
    }
  },
});
