import type { Project } from '../../model/project.ts';
import { earlierWithSame, type ValidEpisode } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const audioCopy = defineRule({
  id: 'audio-copy',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['enclosure-url-unique'],
  summary: 'Two episodes seem to have the same audio under two names.',
  why: 'Subscribers would download and hear the same recording twice.',
  source: 'Apple Podcasts',
  remedy: 'Name the right file.',
  mayFind: (entry, around) => sizeAndLength(entry, around) !== undefined,
  *check(entry, project) {
    const { media } = project;
    const { audio } = entry.content;
    const other = earlierWithSame(sizeAndLength, entry, project);
    if (other === undefined || media.get(audio)?.path === media.get(other.content.audio)?.path) return;
    yield {
      at: ['audio'],
      message: `"${audio}" has the same size and length, to the byte, as the audio of ${other.file}.`,
      remedy: 'Listen to both; most likely one is a copy that took the wrong name.',
    };
  },
});

/** Clips of a few seconds are of equal size by chance. */
const shortestSeconds = 60;

function sizeAndLength({ content }: ValidEpisode, { media }: Pick<Project, 'media'>): string | undefined {
  const file = media.get(content.audio);
  if (file?.kind !== 'audio' || file.audio.durationSeconds < shortestSeconds) return undefined;
  return [file.audio.codec, file.bytes, file.audio.durationSeconds].join(' ');
}
