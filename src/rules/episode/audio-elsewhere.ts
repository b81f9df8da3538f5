import { failureWords, hasFailedAudio, namedAudio } from '../media-failure.ts';
import { defineRule } from '../rule.ts';

export const audioElsewhere = defineRule({
  id: 'audio-elsewhere',
  subject: 'episode',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: ['enclosure-length-bytes', 'enclosure-public'],
  summary: 'Audio at a web address cannot be measured there.',
  why: 'The feed must state the exact size, kind and length of the audio; and what ppod cannot fetch, apps cannot either.',
  source: 'RSS 2.0; Apple Podcasts',
  remedy: 'Mend the address or the server, or put a copy of the file into media/ and name that.',
  mayFind: hasFailedAudio,
  *check({ content }, { media, mediaPaths }) {
    for (const { name, at } of namedAudio(content)) {
      const file = media.get(name);
      if (file?.kind !== 'failed' || file.failure.kind !== 'not-served') continue;
      yield { at, ...failureWords(name, file.failure, 'an audio file', mediaPaths) };
    }
  },
});
