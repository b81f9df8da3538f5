import { coverRule } from './picture.ts';

export const artwork72dpi = coverRule({
  id: 'artwork-72dpi',
  severity: 'warning',
  enforces: ['artwork-72dpi'],
  summary: 'A cover is marked with another density than 72 dots per inch.',
  why: 'Apple Podcasts asks for 72; another figure most often means that the file was made for print.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Export the cover "for web" or "for screen", at 72 dots per inch.',
  *judge({ name, image: { density } }) {
    if (density === undefined || Math.abs(density - 72) <= 1) return;
    yield {
      message: `"${name}" is marked with ${Math.round(density)} dots per inch; Apple Podcasts asks for 72.`,
      remedy: 'Export it "for web" or "for screen", at 72 dots per inch. The number of pixels stays as it is.',
    };
  },
});
