import { type EpisodeEntry, type Project, stateOf } from '../../model/project.ts';
import { earlierEpisodeWith } from '../earlier-episode.ts';
import { defineRule } from '../rule.ts';

const audioOf = ({ content }: EpisodeEntry, { media, asOf }: Project) =>
  content === undefined || stateOf(content, asOf) === 'withdrawn' ? undefined : media.get(content.audio)?.path;

export const audioShared = defineRule({
  id: 'audio-shared',
  subject: 'episode',
  compares: true,
  severity: 'error',
  enforces: ['enclosure-url-unique'],
  summary: 'Two episodes name the same audio file.',
  why: 'Apple Podcasts ignores the second episode that has the same audio address.',
  source: 'Apple Podcasts',
  remedy: 'Give each episode its own audio file.',
  *check(episode, project) {
    const { audio } = episode.content;
    const other =
      project.media.get(audio)?.kind === 'audio' ? earlierEpisodeWith(audioOf, episode, project) : undefined;
    if (other === undefined) return;
    yield {
      at: ['audio'],
      message: `"${audio}" is also the audio of ${other.file}.`,
      remedy: 'Write the name of the file that belongs to this episode.',
    };
  },
});
