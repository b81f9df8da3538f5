import { defineRule } from '../rule.ts';

export const channelPodcastSocial = defineRule({
  id: 'channel-podcast-social',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-podcast-social'],
  summary: 'A show with a content advisory leaves public comments open.',
  why: 'Apps that let listeners comment would gather public remarks about people who have been harmed.',
  source: 'Podcasting 2.0',
  remedy: 'Add comments: false.',
  *check({ content }) {
    if (content.advisory === undefined || !content.comments) return;
    yield {
      at: ['advisory'],
      on: 'key',
      message: 'The show has a content advisory, but apps may still show public comments on it.',
      remedy: 'Add a line comments: false.',
    };
  },
});
