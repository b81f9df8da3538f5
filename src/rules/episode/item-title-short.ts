import { defineRule } from '../rule.ts';

export const itemTitleShort = defineRule({
  id: 'item-title-short',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-title-short', 'xml-text-255'],
  summary: 'The title is longer than 255 characters.',
  why: 'Directories take at most 255 characters, and apps cut a title long before that.',
  source: 'Apple Podcasts',
  remedy: 'Shorten the title, with the most telling words first.',
  *check({ content: { title } }) {
    if (title.length <= 255) return;
    yield {
      at: ['title'],
      message: `The title is ${title.length} characters long; directories take at most 255.`,
      remedy: 'Shorten it, with the most telling words first, and move the rest into the notes.',
    };
  },
});
