import { coverRule } from './picture.ts';

export const artworkNoAlpha = coverRule({
  id: 'artwork-no-alpha',
  severity: 'error',
  enforces: ['artwork-no-alpha'],
  summary: 'A cover has transparency.',
  why: 'Apple Podcasts refuses it; apps fill the holes with black, white or whatever lies behind.',
  source: 'Apple Podcasts',
  remedy: 'Put a background behind the picture and export it as JPEG.',
  *judge({ name, image: { hasAlpha } }) {
    if (!hasAlpha) return;
    yield {
      message: `"${name}" can be transparent: it has a layer that says where to see through it.`,
      remedy: 'Put a background behind the picture and export it as JPEG, which has no such layer.',
    };
  },
});
