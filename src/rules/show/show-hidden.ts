import { defineRule } from '../rule.ts';

export const showHidden = defineRule({
  id: 'show-hidden',
  subject: 'show',
  severity: 'info',
  enforces: ['channel-block'],
  summary: 'The show is hidden from Apple Podcasts.',
  why: 'block: true takes the show out of Apple Podcasts; the audio stays public.',
  source: 'Apple Podcasts',
  remedy: 'Remove block: true when the show is meant to be found.',
  *check({ content }) {
    if (!content.block) return;
    yield {
      at: ['block'],
      message: 'block: true hides the whole show in Apple Podcasts. Its feed and audio stay public.',
      remedy: 'Remove this line when the show is meant to be found.',
    };
  },
});
