import { defineRule } from '../rule.ts';

export const audioElsewhere = defineRule({
  id: 'audio-elsewhere',
  subject: 'episode',
  severity: 'error',
  isEssential: true,
  enforces: ['enclosure-length-bytes'],
  summary: 'The audio is named by a web address, and nobody says how large it is and of what kind.',
  why: 'The feed must state the exact size, kind and length of the audio; ppod does not publish figures that it has not seen.',
  source: 'RSS 2.0; Apple Podcasts',
  remedy: 'Put a copy of the file into media/ and name that; mediaBase in show.md says where it is served from.',
  *check({ content }) {
    if (!/^https?:/i.test(content.audio) || content.enclosure !== undefined) return;
    yield {
      at: ['audio'],
      message: `The audio is at ${content.audio}. ppod measures only files in the media folder.`,
      remedy:
        'Put a copy of the file into media/ and write its name here; if it is served from elsewhere, set mediaBase in show.md.',
    };
  },
});
