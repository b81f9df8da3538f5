import { pictureRule } from './picture.ts';

export const artworkNoPrivateMetadata = pictureRule({
  id: 'artwork-no-private-metadata',
  severity: 'warning',
  enforces: ['artwork-no-private-metadata'],
  summary: 'A picture carries hidden data about where, by whom or with what it was made.',
  why: 'ppod publishes pictures as they are. A photo with its position tells everyone where it was taken.',
  source: 'Safeguarding practice',
  remedy: 'Export the picture without metadata.',
  *judge({ name, image: { privateMetadata } }) {
    if (privateMetadata.length === 0) return;
    yield {
      message: `"${name}" carries hidden data that would be published with it: ${privateMetadata.join(', ')}.`,
      remedy: 'Export it again without metadata ("remove properties and personal information" in Windows).',
    };
  },
});
