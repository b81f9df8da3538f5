import { coverRule } from './picture.ts';

export const artworkPlaceholder = coverRule({
  id: 'artwork-placeholder',
  severity: 'warning',
  enforces: [],
  summary: 'The cover is still the stand-in that ppod init made.',
  why: 'Directories refuse covers that say nothing, and listeners would see the words "Cover to come".',
  source: 'ppod',
  remedy: 'Put your own cover into media/ and write its name here.',
  *judge({ name, image: { isPlaceholder } }) {
    if (isPlaceholder !== true) return;
    yield {
      message: `"${name}" is the stand-in that ppod init made.`,
      remedy:
        'Put your own cover into media/ and write its name here: a square JPEG or PNG, best 3000 pixels wide and below 500 kB.',
    };
  },
});
