import { pictureRule } from './picture.ts';
import { formatInWords } from './words.ts';

export const pictureWeb = pictureRule({
  id: 'picture-web',
  severity: 'error',
  enforces: ['channel-podcast-person-urls'],
  summary: 'A photo of a person or the picture of a chapter is of a kind that browsers and apps do not show.',
  why: 'Where the picture should be, listeners would see a broken one.',
  source: 'Podcasting 2.0',
  remedy: 'Export the picture as JPEG or PNG.',
  *judge({ name, image: { format }, isCover }) {
    if (isCover || !/^(?:heic|tiff|bmp)$/.test(format)) return;
    yield {
      message: `"${name}" is ${formatInWords(format)}, which most browsers and apps cannot show.`,
      remedy: 'Export it as JPEG and name that file here.',
    };
  },
});
