import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';
import { listedChapters } from './listed.ts';

export const chaptersWithinAudio = defineRule({
  id: 'chapters-within-audio',
  subject: 'episode',
  severity: 'error',
  enforces: ['chapters-within-audio'],
  summary: 'A chapter begins or ends after the end of the audio.',
  why: 'Players jump to the end and stop. Most often the audio was cut after the chapters were written.',
  source: 'Podcasting 2.0',
  remedy: 'Correct the times of the chapters.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    const file = project.media.get(entry.content.audio);
    if (listed === undefined || file?.kind !== 'audio') return;
    const { durationSeconds } = file.audio;
    for (const [index, { startSeconds, endSeconds = 0 }] of listed.chapters.entries()) {
      if (startSeconds < durationSeconds && endSeconds <= durationSeconds + 1) continue;
      const isStart = startSeconds >= durationSeconds;
      yield {
        ...listed.place(index),
        message: `This chapter ${isStart ? 'begins' : 'ends'} at ${formatTimeCode(isStart ? startSeconds : endSeconds)}, but the audio is over at ${formatTimeCode(durationSeconds)}.`,
        remedy: 'Correct the time; it is counted from the start of the audio.',
      };
    }
  },
});
