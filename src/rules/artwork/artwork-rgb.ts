import type { ImageInfo } from '../../model/media.ts';
import { coverRule } from './picture.ts';

export const artworkRgb = coverRule({
  id: 'artwork-rgb',
  severity: 'error',
  enforces: ['artwork-rgb'],
  summary: 'A cover does not have the colours of screens: RGB with 8 bits each.',
  why: 'Pictures made for print (CMYK), in grey or with a colour table are refused, or shown in wrong colours.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Export the cover for the web: RGB (sRGB), 8 bits.',
  *judge({ name, image }) {
    const fault = faultOf(image);
    if (fault === undefined) return;
    yield {
      message: `"${name}" ${fault}.`,
      remedy: 'Export it again "for web" or "for screen": RGB (sRGB), 8 bits, as JPEG.',
    };
  },
});

function faultOf({ colourSpace, bitsPerChannel = 8 }: ImageInfo): string | undefined {
  if (colourSpace === 'cmyk') return 'is made for print: its colours are CMYK, which screens do not have';
  if (colourSpace === 'grey') return 'is stored in shades of grey, not in colours';
  if (colourSpace === 'palette') return 'is stored with a table of a few colours, as for small icons';
  return bitsPerChannel > 8 ? `has ${bitsPerChannel} bits for each colour, where apps expect 8` : undefined;
}
