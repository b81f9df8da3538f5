import { defineRule } from '../rule.ts';
import { listedChapters, visible } from './listed.ts';

export const chaptersMinThree = defineRule({
  id: 'chapters-min-three',
  subject: 'episode',
  severity: 'warning',
  enforces: ['chapters-min-three'],
  summary: 'There are fewer than three chapters.',
  why: 'Apple Podcasts and Spotify show chapters only when there are three or more.',
  source: 'Apple Podcasts; Spotify',
  remedy: 'List at least three chapters, or none.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    if (listed === undefined) return;
    const { length } = visible(listed.chapters);
    if (length >= 3) return;
    const number = ['No chapter is', 'Only one chapter is', 'Only two chapters are'][length];
    yield {
      ...listed.place(),
      message: `${number} listed; Apple Podcasts and Spotify show chapters from three on.`,
      remedy: 'List at least three chapters, or remove them.',
    };
  },
});
