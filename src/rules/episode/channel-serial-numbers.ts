import { defineRule } from '../rule.ts';

export const channelSerialNumbers = defineRule({
  id: 'channel-serial-numbers',
  subject: 'episode',
  severity: 'error',
  enforces: ['channel-serial-numbers'],
  summary: 'An episode of a serial show has no number.',
  why: 'A serial show is played in the order of the numbers; without one the story is out of order.',
  source: 'Apple Podcasts',
  remedy: 'Add the number of the episode.',
  *check({ content }, { show }) {
    if (show.content?.type !== 'serial' || content.type !== 'full' || content.episode !== undefined) return;
    yield {
      message: 'This episode has no number, but the show is a serial, which is heard in the order of the numbers.',
      remedy: 'Add a line such as episode: 3, or type: bonus when it stands outside the story.',
    };
  },
});
