import { stateOf } from '../../model/project.ts';
import { defineRule } from '../rule.ts';

export const noPublishedEpisode = defineRule({
  id: 'no-published-episode',
  subject: 'show',
  compares: true,
  severity: 'error',
  enforces: ['channel-has-item'],
  summary: 'No episode is published yet.',
  why: 'Apple Podcasts and Spotify refuse a feed without an episode.',
  source: 'Apple Podcasts; Spotify',
  remedy: 'Publish a trailer or a first episode.',
  *check(_, { episodes, asOf, withDrafts }) {
    const states = episodes.map(({ content }) => (content === undefined ? 'broken' : stateOf(content, asOf)));
    const isOut = (state: string) => state === 'published' || state === 'broken' || (withDrafts && state === 'draft');
    if (states.some(isOut)) return;
    const waiting = states.filter((state) => state === 'scheduled').length;
    yield {
      message:
        waiting > 0 ? 'No episode is published yet: all are drafts or due later.' : 'There is no episode to publish.',
      remedy:
        'Add a trailer or a first episode to episodes/ with a date that has passed. Directories refuse an empty feed.',
    };
  },
});
