import { expect, test } from 'vitest';
import { media } from '../../src/outputs/media.ts';
import { makeEpisode, makePodcast, richPodcast } from './podcast.ts';
import { render } from './render.ts';

test('every file that feed and pages name is copied once, under its published name', () => {
  const podcast = richPodcast();
  const renamed = { ...podcast.artwork, path: 'media/cover-0a1b2c3d.jpg' };
  expect(render(media, { ...podcast, artwork: renamed })).toEqual({
    'media/cover-0a1b2c3d.jpg': 'copy of media/cover.jpg',
    ...Object.fromEntries(
      ['sam.jpg', 'tide.mp3', 'tide.opus', 'tide.jpg', 'help.jpg', 'winter.mp3', 'trailer.mp3'].map((name) => [
        `media/${name}`,
        `copy of media/${name}`,
      ]),
    ),
  });
});

test('audio that lies elsewhere is not copied', () => {
  const { enclosure, ...episode } = makeEpisode();
  const elsewhere = { ...enclosure, source: 'https://media.example.org/tide.mp3' };
  const podcast = makePodcast({ episodes: [{ ...episode, enclosure: elsewhere }] });
  expect(Object.keys(render(media, podcast))).toEqual(['media/cover.jpg']);
});
