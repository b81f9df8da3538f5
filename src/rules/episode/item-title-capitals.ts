import { defineRule } from '../rule.ts';

export const itemTitleCapitals = defineRule({
  id: 'item-title-capitals',
  subject: 'episode',
  severity: 'warning',
  enforces: [],
  summary: 'The title is written in capitals throughout.',
  why: 'Screen readers may spell capitals letter by letter, and they are harder to read for everyone.',
  source: 'Apple Podcasts; WCAG 2.2',
  remedy: 'Write it as you would in a sentence.',
  *check({ content: { title } }) {
    const letters = title.replace(/[^\p{L}]/gu, '');
    const words = title.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
    if (
      letters.length < 12 ||
      words.length < 3 ||
      letters !== letters.toUpperCase() ||
      letters === letters.toLowerCase()
    )
      return;
    yield {
      at: ['title'],
      message: 'The title is written in capitals throughout.',
      remedy: 'Write it as you would in a sentence, with capitals only where names begin.',
    };
  },
});
