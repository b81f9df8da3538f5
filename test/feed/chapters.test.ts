import { describe, expect, test } from 'vitest';
import type { Chapter } from '../../src/model/chapter.ts';
import { chapters as output } from '../../src/outputs/chapters.ts';
import { makeEpisode, makePodcast, richPodcast } from './podcast.ts';
import { firstItemOf, render } from './render.ts';
import { all, one } from './xml-tree.ts';

function written(chapters: readonly Chapter[]): { chapters: unknown[] } {
  return JSON.parse(
    render(output, makePodcast({ episodes: [makeEpisode({ chapters })] }))['episodes/tide/chapters.json'] ?? '',
  );
}

test('an episode with chapters has a file of them', () => {
  const files = render(output, richPodcast());
  expect(Object.keys(files)).toEqual(['episodes/tide/chapters.json']);
  expect(JSON.parse(files['episodes/tide/chapters.json'] ?? '')).toEqual({
    version: '1.2.0',
    title: 'The night the tide forgot & other tales',
    podcastName: 'Tides & Tales',
    author: 'Harbour Partnership',
    chapters: [
      { startTime: 0, title: 'Welcome' },
      {
        startTime: 95.25,
        title: 'Early help & advice',
        img: 'https://podcast.example.org/show/media/help.jpg',
        url: 'https://example.org/help',
      },
      { startTime: 600, title: 'A silent picture', toc: false },
      { startTime: 1200, endTime: 1800, title: 'What next?' },
    ],
  });
});

describe('the first chapter starts at 0', () => {
  test('by taking a short time before it', () => {
    expect(written([{ startSeconds: 12.5, title: 'Welcome' }]).chapters).toEqual([{ startTime: 0, title: 'Welcome' }]);
  });

  test('by giving a long time before it the name of the episode', () => {
    expect(written([{ startSeconds: 45, title: 'Welcome' }]).chapters).toEqual([
      { startTime: 0, title: 'The night the tide forgot' },
      { startTime: 45, title: 'Welcome' },
    ]);
  });
});

test('chapters are in order, and their links those that apps may load', () => {
  const found = written([
    { startSeconds: 60.12345, title: 'Later', url: 'http://example.org/', image: 'media/x.jpg', endSeconds: 60 },
    { startSeconds: 0, title: 'First' },
  ]);
  expect(found.chapters).toEqual([
    { startTime: 0, title: 'First' },
    { startTime: 60.123, title: 'Later' },
  ]);
});

test('Spotify finds the same times and titles in the feed, to the millisecond', () => {
  const chapters = [
    { startSeconds: 0, title: 'Welcome' },
    { startSeconds: 3723.0456, title: 'An hour on' },
    { startSeconds: 4000, title: 'Unlisted', listed: false },
    { startSeconds: 90_000, title: 'A day on' },
  ];
  const element = one(firstItemOf(makePodcast({ episodes: [makeEpisode({ chapters })] })), 'psc:chapters');
  expect(all(element, 'psc:chapter').map(({ attributes }) => attributes)).toEqual([
    { start: '00:00:00.000', title: 'Welcome' },
    { start: '01:02:03.046', title: 'An hour on' },
    { start: '25:00:00.000', title: 'A day on' },
  ]);
});
