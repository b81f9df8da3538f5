import { failureWords, hasFailedAudio, namedAudio } from '../media-failure.ts';
import { defineRule } from '../rule.ts';

export const audioMissing = defineRule({
  id: 'audio-missing',
  subject: 'episode',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: ['enclosure-required', 'enclosure-attrs', 'hosting-link-targets'],
  summary: 'The audio file that an episode names is not there.',
  why: 'Apps would list an episode that nobody can play.',
  source: 'RSS 2.0; Apple Podcasts',
  remedy: 'Put the file into media/, or correct its name.',
  mayFind: hasFailedAudio,
  *check({ content }, { media, mediaPaths }) {
    for (const { name, at } of namedAudio(content)) {
      const file = media.get(name);
      if (file?.kind !== 'failed') continue;
      const { kind } = file.failure;
      if (kind !== 'missing' && kind !== 'outside' && kind !== 'not-a-file') continue;
      yield { at, ...failureWords(name, file.failure, 'an audio file', mediaPaths) };
    }
  },
});
