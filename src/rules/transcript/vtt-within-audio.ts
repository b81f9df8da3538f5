import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, segmentsOf } from './published.ts';

export const vttWithinAudio = defineRule({
  id: 'vtt-within-audio',
  subject: 'episode',
  severity: 'error',
  enforces: ['vtt-within-audio'],
  summary: 'The times of a transcript go on after the end of the audio.',
  why: 'The transcript belongs to another version of the audio: everything in it is shown at the wrong moment.',
  source: 'Podcasting 2.0',
  remedy: 'Time the transcript against the audio that is published, with ppod align.',
  *check(entry, { media }) {
    const published = publishedTranscript(entry);
    const file = media.get(entry.content.audio);
    if (published === undefined || file?.kind !== 'audio') return;
    const { durationSeconds } = file.audio;
    const late = published.transcript.turns
      .flatMap(segmentsOf)
      .filter(
        ({ startSeconds = 0, endSeconds = 0 }) => startSeconds > durationSeconds || endSeconds > durationSeconds + 1,
      );
    const [first] = late;
    if (first === undefined) return;
    const until = formatTimeCode(Math.max(first.startSeconds ?? 0, first.endSeconds ?? 0));
    yield {
      file: published.file.path,
      range: placeOf(published.file, first.line, ''),
      message: `These words are timed until ${until}, but the audio is over at ${formatTimeCode(durationSeconds)}.${late.length > 1 ? ` So are ${late.length - 1} more.` : ''}`,
      remedy: 'See whether the audio was cut later, then time the transcript again with ppod align.',
    };
  },
});
