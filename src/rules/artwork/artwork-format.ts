import { coverRule } from './picture.ts';
import { formatInWords } from './words.ts';

export const artworkFormat = coverRule({
  id: 'artwork-format',
  severity: 'error',
  enforces: ['artwork-format'],
  summary: 'A cover is neither a JPEG nor a PNG.',
  why: 'Apple Podcasts takes only these two; most apps cannot show anything else.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Export the cover as JPEG.',
  *judge({ name, image: { format } }) {
    if (format === 'jpeg' || format === 'png') return;
    yield {
      message: `"${name}" is ${formatInWords(format)}; directories take JPEG and PNG only.`,
      remedy: 'Export the cover as JPEG, 3000 by 3000 pixels, and name that file here.',
    };
  },
});
