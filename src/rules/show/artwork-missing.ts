import { failureWords } from '../media-failure.ts';
import { defineRule } from '../rule.ts';

export const artworkMissing = defineRule({
  id: 'artwork-missing',
  subject: 'show',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: ['channel-image-required'],
  summary: 'A picture that show.md names is not there or is not a picture.',
  why: 'Apple Podcasts and Spotify refuse a show without a cover.',
  source: 'Apple Podcasts; PSP-1; Spotify',
  remedy: 'Put a square JPEG or PNG into media/, or correct its name.',
  *check({ content }, { media, mediaPaths }) {
    const named = [
      { name: content.artwork, at: ['artwork'] },
      { name: content.theme?.logo, at: ['theme', 'logo'] },
      ...content.hosts.map(({ image }, index) => ({ name: image, at: ['hosts', index, 'image'] })),
    ];
    for (const { name, at } of named) {
      const file = name === undefined ? undefined : media.get(name);
      if (name === undefined || file?.kind !== 'failed') continue;
      yield { at, ...failureWords(name, file.failure, 'a picture', mediaPaths) };
    }
  },
});
