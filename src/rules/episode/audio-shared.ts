import { stateOf } from '../../model/project.ts';
import { defineRule } from '../rule.ts';

export const audioShared = defineRule({
  id: 'audio-shared',
  subject: 'episode',
  severity: 'error',
  enforces: ['enclosure-url-unique'],
  summary: 'Two episodes name the same audio file.',
  why: 'Apple Podcasts ignores the second episode that has the same audio address.',
  source: 'Apple Podcasts',
  remedy: 'Give each episode its own audio file.',
  *check({ content, file }, { episodes, media, asOf }) {
    const path = media.get(content.audio)?.path;
    if (path === undefined) return;
    const other = episodes.find(
      (candidate) =>
        candidate.file < file &&
        candidate.content !== undefined &&
        stateOf(candidate.content, asOf) !== 'withdrawn' &&
        media.get(candidate.content.audio)?.path === path,
    );
    if (other === undefined) return;
    yield {
      at: ['audio'],
      message: `"${content.audio}" is also the audio of ${other.file}.`,
      remedy: 'Write the name of the file that belongs to this episode.',
    };
  },
});
