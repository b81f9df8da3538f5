import { coverRule } from './picture.ts';

/** Pixels on each side. */
const most = 3000;

export const artworkMax = coverRule({
  id: 'artwork-max',
  severity: 'error',
  enforces: ['artwork-max'],
  summary: 'A cover is larger than 3000 by 3000 pixels.',
  why: 'Apple Podcasts refuses larger covers.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Scale the cover down to 3000 by 3000 pixels.',
  *judge({ name, image: { width, height } }) {
    if (Math.max(width, height) <= most) return;
    yield {
      message: `"${name}" is ${width} by ${height} pixels; directories refuse anything above ${most} by ${most}.`,
      remedy: `Scale it down to ${most} by ${most} pixels.`,
    };
  },
});
