import type { DataPath } from '../../text/frontmatter.ts';
import { failureWords } from '../media-failure.ts';
import { defineRule, type Subjects } from '../rule.ts';

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
  mayFind: (entry, { media }) => namedPictures(entry).some(({ name }) => media.get(name)?.kind === 'failed'),
  *check(entry, { media, mediaPaths }) {
    for (const { name, at } of namedPictures(entry)) {
      const file = media.get(name);
      if (file?.kind === 'failed') yield { at, ...failureWords(name, file.failure, 'a picture', mediaPaths) };
    }
  },
});

function namedPictures({
  content,
  chaptersFile,
}: Subjects['episode']): readonly { readonly name: string; readonly at: DataPath }[] {
  const chapters = typeof content.chapters === 'string' ? undefined : content.chapters;
  const named = [
    { name: content.artwork, at: ['artwork'] },
    ...content.people.map(({ image }, index) => ({ name: image, at: ['people', index, 'image'] })),
    ...content.guests.map(({ image }, index) => ({ name: image, at: ['guests', index, 'image'] })),
    ...(chapters ?? []).map(({ image }, index) => ({ name: image, at: ['chapters', index, 'image'] })),
    ...(chaptersFile?.chapters ?? []).map(({ image }) => ({ name: image, at: ['chapters'] })),
  ];
  return named.flatMap(({ name, at }) => (name === undefined ? [] : [{ name, at }]));
}
