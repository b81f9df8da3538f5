import { defineRule } from '../rule.ts';

export const artworkPrefer3000 = defineRule({
  id: 'artwork-prefer-3000',
  subject: 'show',
  severity: 'warning',
  enforces: ['artwork-prefer-3000'],
  summary: 'The cover of the show is good enough, but smaller than 3000 by 3000 pixels.',
  why: 'Apple Podcasts features only shows whose cover has that size.',
  source: 'Apple Podcasts',
  remedy: 'Export the cover from the original at 3000 by 3000 pixels.',
  *check({ content }, { media }) {
    const file = media.get(content.artwork);
    if (file?.kind !== 'image') return;
    const { width, height } = file.image;
    if (width !== height || width < 1400 || width >= 3000) return;
    yield {
      at: ['artwork'],
      message: `"${content.artwork}" is ${width} by ${height} pixels; Apple Podcasts prefers 3000 by 3000.`,
      remedy:
        'Export it again from the original at 3000 by 3000 pixels. Do not enlarge this file: it would be blurred.',
    };
  },
});
