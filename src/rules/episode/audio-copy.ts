import type { MediaFile } from '../../model/media.ts';
import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const audioCopy = defineRule({
  id: 'audio-copy',
  subject: 'episode',
  severity: 'warning',
  enforces: ['enclosure-url-unique'],
  summary: 'Two episodes seem to have the same audio under two names.',
  why: 'Subscribers would download and hear the same recording twice.',
  source: 'Apple Podcasts',
  remedy: 'Name the right file.',
  *check({ content, file }, project) {
    const own = project.media.get(content.audio);
    if (own?.kind !== 'audio' || own.audio.durationSeconds < shortestSeconds) return;
    const other = lineUpOf(project).episodes.find((entry) => {
      const audio = entry.file < file ? project.media.get(entry.content.audio) : undefined;
      return audio?.kind === 'audio' && audio.path !== own.path && isSameRecording(audio, own);
    });
    if (other === undefined) return;
    yield {
      at: ['audio'],
      message: `"${content.audio}" has the same size and length, to the byte, as the audio of ${other.file}.`,
      remedy: 'Listen to both; most likely one is a copy that took the wrong name.',
    };
  },
});

/** Clips of a few seconds are of equal size by chance. */
const shortestSeconds = 60;

type AudioFile = Extract<MediaFile, { readonly kind: 'audio' }>;

function isSameRecording(a: AudioFile, b: AudioFile): boolean {
  return a.bytes === b.bytes && a.audio.durationSeconds === b.audio.durationSeconds && a.audio.codec === b.audio.codec;
}
