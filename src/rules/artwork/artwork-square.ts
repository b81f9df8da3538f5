import { coverRule } from './picture.ts';

export const artworkSquare = coverRule({
  id: 'artwork-square',
  severity: 'error',
  enforces: ['artwork-square'],
  summary: 'A cover is not square.',
  why: 'Directories refuse a cover that is not square; apps cut it or stretch it.',
  source: 'Apple Podcasts; Spotify; PSP-1',
  remedy: 'Crop the picture to a square of 3000 by 3000 pixels.',
  *judge({ name, image: { width, height } }) {
    if (width === height) return;
    yield {
      message: `"${name}" is ${width} by ${height} pixels, which is not a square.`,
      remedy: 'Crop it to a square, best 3000 by 3000 pixels.',
    };
  },
});
