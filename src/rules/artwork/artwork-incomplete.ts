import { pictureRule } from './picture.ts';

export const artworkIncomplete = pictureRule({
  id: 'artwork-incomplete',
  severity: 'error',
  enforces: ['artwork-content'],
  summary: 'The end of a picture is missing.',
  why: 'Apps would show half of it, or nothing.',
  source: 'Apple Podcasts',
  remedy: 'Copy or export the picture again.',
  *judge({ name, image: { isComplete } }) {
    if (isComplete) return;
    yield {
      message: `"${name}" breaks off before its end, as after a download that was interrupted.`,
      remedy: 'Copy or export the picture again and replace this file.',
    };
  },
});
