import { pictureRule } from './picture.ts';

export const artworkUrlAscii = pictureRule({
  id: 'artwork-url-ascii',
  severity: 'warning',
  enforces: ['artwork-url-ascii'],
  summary: 'The name of a picture holds a space, an accent or a sign.',
  why: 'Some apps fail on such addresses even when the signs are escaped, and show no picture.',
  source: 'Apple Podcasts',
  remedy: 'Rename the file with plain letters, digits and hyphens.',
  *judge({ name }) {
    if (/^[A-Za-z0-9._/-]+$/.test(name)) return;
    yield {
      message: `The name "${name}" holds a space, an accent or a sign that some apps cannot fetch.`,
      remedy: 'Rename the file with plain letters, digits and hyphens, and write the new name here.',
    };
  },
});
