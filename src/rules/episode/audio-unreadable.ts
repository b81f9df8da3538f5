import { failureWords, hasFailedAudio, namedAudio } from '../media-failure.ts';
import { defineRule } from '../rule.ts';

export const audioUnreadable = defineRule({
  id: 'audio-unreadable',
  subject: 'episode',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: ['audio-decodes', 'enclosure-type-matches'],
  summary: 'The audio file of an episode is not audio, is empty, or cannot be read.',
  why: 'Apps would list an episode that nobody can play.',
  source: 'Apple Podcasts',
  remedy: 'Export the audio again as MP3 and replace the file.',
  mayFind: hasFailedAudio,
  *check({ content }, { media, mediaPaths }) {
    for (const { name, at } of namedAudio(content)) {
      const file = media.get(name);
      if (file?.kind !== 'failed') continue;
      const { kind } = file.failure;
      if (kind !== 'empty' && kind !== 'unreadable' && kind !== 'wrong-kind') continue;
      yield { at, ...failureWords(name, file.failure, 'an audio file', mediaPaths) };
    }
  },
});
