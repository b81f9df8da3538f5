import { isAddress } from '../../model/urls.ts';
import { defineRule } from '../rule.ts';

export const enclosureUrlAscii = defineRule({
  id: 'enclosure-url-ascii',
  subject: 'episode',
  severity: 'warning',
  enforces: ['enclosure-url-ascii', 'enclosure-url-no-query'],
  summary: 'The name of the audio file holds a space, an accent or a sign.',
  why: 'Some apps fail on such addresses even when the signs are escaped.',
  source: 'Apple Podcasts',
  remedy: 'Rename the file before the episode is published.',
  *check({ content }, { media }) {
    const named = [
      { name: content.audio, at: ['audio'] },
      ...content.alternate.map(({ file }, index) => ({ name: file, at: ['alternate', index, 'file'] })),
    ];
    for (const { name, at } of named) {
      const file = media.get(name);
      if (file?.kind !== 'audio') continue;
      const isRemote = isAddress(file.path);
      if (/^[A-Za-z0-9._/-]+$/.test(isRemote ? file.path.replace(/^https?:\/\/[^/]*/, '') : file.path)) continue;
      yield {
        at,
        message: `The name "${name}" holds a space, an accent or a sign that some apps cannot fetch.`,
        remedy: isRemote
          ? 'Give the file on the server a name of plain letters and digits, without a question mark behind it, and write its address here.'
          : `Rename the file to ${plainName(file.path)}, before the episode is published, and write that here.`,
      };
    }
  },
});

function plainName(path: string): string {
  return path
    .normalize('NFKD')
    .replace(/[\p{M}'’()]/gu, '')
    .replace(/&/g, 'and')
    .replace(/[^A-Za-z0-9._/]+/g, '-')
    .replace(/-+(?=\.|$)|(?<=\/)-+/g, '');
}
