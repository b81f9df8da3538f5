import { findMarkup } from '../plain-text.ts';
import { defineRule } from '../rule.ts';

export const channelTitlePlain = defineRule({
  id: 'channel-title-plain',
  subject: 'show',
  severity: 'error',
  enforces: ['channel-title-plain'],
  summary: 'The title of the show holds mark-up.',
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
