import { failureWords } from '../media-failure.ts';
import { defineRule } from '../rule.ts';

export const episodeArtworkMissing = defineRule({
  id: 'episode-artwork-missing',
  subject: 'episode',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: ['item-image'],
  summary: 'A picture that an episode names is not there or is not a picture.',
  why: 'Apps would show a broken picture.',
  source: 'Apple Podcasts',
  remedy: 'Put a JPEG or PNG into media/, or correct its name.',
  *check({ content, chaptersFile }, { media, mediaPaths }) {
    const chapters = typeof content.chapters === 'string' ? undefined : content.chapters;
    const named = [
      { name: content.artwork, at: ['artwork'] },
      ...content.people.map(({ image }, index) => ({ name: image, at: ['people', index, 'image'] })),
      ...content.guests.map(({ image }, index) => ({ name: image, at: ['guests', index, 'image'] })),
      ...(chapters ?? []).map(({ image }, index) => ({ name: image, at: ['chapters', index, 'image'] })),
      ...(chaptersFile?.chapters ?? []).map(({ image }) => ({ name: image, at: ['chapters'] })),
    ];
    for (const { name, at } of named) {
      const file = name === undefined ? undefined : media.get(name);
      if (name === undefined || file?.kind !== 'failed') continue;
      yield { at, ...failureWords(name, file.failure, 'a picture', mediaPaths) };
    }
  },
});
