import { pictureRule } from './picture.ts';
import { formatInWords } from './words.ts';

export const artworkExtension = pictureRule({
  id: 'artwork-extension',
  severity: 'warning',
  enforces: ['artwork-extension'],
  summary: 'The name of a picture says that it is of another kind than it is.',
  why: 'Programs go by the name and then fail to open the file. ppod publishes a cover under the right name, but your own copy stays wrong.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Rename the file so that its ending says what it is.',
  *judge({ name, image: { format } }) {
    const [, ending = ''] = /\.([a-z0-9]+)$/i.exec(name) ?? [];
    const right = endings[format] ?? [format];
    if (right.includes(ending.toLowerCase())) return;
    yield {
      message: `"${name}" is ${formatInWords(format)}, whatever its name says.`,
      remedy: `Rename the file so that it ends in .${right[0] ?? format}, and write the new name here.`,
    };
  },
});

const endings: Readonly<Record<string, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  tiff: ['tif', 'tiff'],
  heic: ['heic', 'heif', 'hif'],
};
