import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';
import { listedChapters } from './listed.ts';

export const chaptersFirstZero = defineRule({
  id: 'chapters-first-zero',
  subject: 'episode',
  severity: 'warning',
  enforces: ['chapters-first-zero'],
  summary: 'The first chapter does not begin at 0:00.',
  why: 'Apple Podcasts and Spotify show no chapters unless the first begins with the audio.',
  source: 'Apple Podcasts; Spotify',
  remedy: 'Begin the list with a chapter at 00:00, such as Welcome.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    if (listed === undefined) return;
    const first = Math.min(...listed.chapters.map(({ startSeconds }) => startSeconds));
    // Encoders that write chapters into audio count their own start-up as a few hundredths of a second.
    if (first < (listed.isWritten ? 0.001 : 0.1)) return;
    yield {
      ...listed.place(0),
      message: `The first chapter begins at ${formatTimeCode(first)}; Apple Podcasts and Spotify want one at 0:00.`,
      remedy: 'Begin the list with a chapter at 00:00, such as 00:00 Welcome.',
    };
  },
});
