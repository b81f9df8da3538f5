import { findMarkup } from '../plain-text.ts';
import { defineRule } from '../rule.ts';

export const itemTitlePlain = defineRule({
  id: 'item-title-plain',
  subject: 'episode',
  severity: 'error',
  enforces: ['item-title-plain'],
  summary: 'The title holds mark-up.',
  why: 'Apps show a title letter by letter: the mark-up would be seen as code.',
  source: 'RSS Advisory Board; Apple Podcasts',
  remedy: 'Write the title as plain text.',
  *check({ content }) {
    const markup = findMarkup(content.title);
    if (markup === undefined) return;
    yield {
      at: ['title'],
      message: `The title holds mark-up, "${markup}", which listeners would see as it stands.`,
      remedy: 'Write the title as plain text; an ampersand is just &.',
    };
  },
});
