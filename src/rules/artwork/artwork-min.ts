import { coverRule } from './picture.ts';

/** Pixels on each side. */
const least = 1400;

export const artworkMin = coverRule({
  id: 'artwork-min',
  severity: 'error',
  enforces: ['artwork-min'],
  summary: 'A cover is smaller than 1400 by 1400 pixels.',
  why: 'Apple Podcasts refuses smaller covers, and they look blurred on a large screen.',
  source: 'Apple Podcasts; PSP-1',
  remedy:
    'Export the cover again from the original at 3000 by 3000 pixels; a small picture does not get better by enlarging it.',
  *judge({ name, image: { width, height } }) {
    if (Math.min(width, height) >= least) return;
    yield {
      message: `"${name}" is ${width} by ${height} pixels; directories refuse anything below ${least} by ${least}.`,
      remedy: 'Export it again from the original at 3000 by 3000 pixels.',
    };
  },
});
