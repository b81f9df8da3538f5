import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, wordCount } from './published.ts';

/** Words a minute. Talk has 110 to 190; an hour with much music still has more than the lower figure. */
const fewest = 35;
const most = 320;
/** Seconds below which a jingle or a pause counts for too much. */
const shortest = 120;

export const transcriptCoverage = defineRule({
  id: 'transcript-coverage',
  subject: 'episode',
  severity: 'warning',
  enforces: ['transcript-present'],
  summary: 'A transcript has far too few or too many words for its audio.',
  why: 'It breaks off, is only a summary, or belongs to another episode.',
  source: 'WCAG 2.2',
  remedy: 'Put the whole transcript of this episode there.',
  *check(entry, { media }) {
    const published = publishedTranscript(entry);
    const file = media.get(entry.content.audio);
    if (published === undefined || file?.kind !== 'audio' || file.audio.durationSeconds < shortest) return;
    const { durationSeconds } = file.audio;
    const words = wordCount(published.transcript);
    const rate = (words * 60) / durationSeconds;
    if (rate >= fewest && rate <= most) return;
    yield {
      file: published.file.path,
      range: placeOf(published.file, 1, ''),
      message: `This transcript has ${words} words for ${formatTimeCode(durationSeconds)} of audio, far too ${rate < fewest ? 'few' : 'many'} for talk.`,
      remedy:
        rate < fewest
          ? 'See whether it breaks off or is only a summary, and put the whole transcript there.'
          : 'See whether it belongs to this episode, and whether the audio is whole.',
    };
  },
});
