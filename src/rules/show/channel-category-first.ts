import { defineRule } from '../rule.ts';

export const channelCategoryFirst = defineRule({
  id: 'channel-category-first',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-category-first'],
  summary: 'There are more than three categories, or one is there twice.',
  why: 'Apple Podcasts lists a show under its first category and other directories read at most three.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Keep one to three categories, the most fitting first.',
  *check({ content: { categories } }) {
    for (const [index, name] of categories.entries()) {
      if (categories.indexOf(name) === index) continue;
      yield {
        at: ['categories', index],
        message: `The category "${name}" is here twice.`,
        remedy: 'Remove this line.',
      };
    }
    if (categories.length <= 3) return;
    yield {
      at: ['categories', 3],
      message: `There are ${categories.length} categories; directories read at most three.`,
      remedy: 'Keep the three that fit best, the best of them first: Apple Podcasts lists the show under that one.',
    };
  },
});
