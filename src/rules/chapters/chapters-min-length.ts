import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';
import { listedChapters, visible } from './listed.ts';

const shortest = 30;

export const chaptersMinLength = defineRule({
  id: 'chapters-min-length',
  subject: 'episode',
  severity: 'warning',
  enforces: ['chapters-min-length'],
  summary: 'A chapter is shorter than 30 seconds.',
  why: 'Spotify does not take chapters that short, and then shows none of them.',
  source: 'Spotify',
  remedy: 'Join the chapter with its neighbour.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    const file = project.media.get(entry.content.audio);
    if (listed === undefined) return;
    const end = file?.kind === 'audio' ? file.audio.durationSeconds : Number.POSITIVE_INFINITY;
    const shown = visible(listed.chapters);
    for (const [index, chapter] of shown.entries()) {
      const until = shown[index + 1]?.startSeconds ?? end;
      const seconds = until - chapter.startSeconds;
      // A start beyond the end or out of order is another rule's business; hundredths are an encoder's.
      if (seconds <= 0 || seconds >= shortest - 0.1) continue;
      yield {
        ...listed.place(listed.chapters.indexOf(chapter)),
        message: `The chapter "${chapter.title}" lasts from ${formatTimeCode(chapter.startSeconds)} to ${formatTimeCode(until)}, less than ${shortest} seconds.`,
        remedy: 'Join it with its neighbour, or correct its start.',
      };
    }
  },
});
