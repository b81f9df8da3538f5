import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';

export const speechBounds = defineRule({
  id: 'speech-bounds',
  subject: 'episode',
  severity: 'warning',
  enforces: [],
  summary: 'speechStart and speechEnd do not lie in order inside the audio.',
  why: 'ppod align looks for talk between the two; outside the audio it finds none.',
  source: 'ppod',
  remedy: 'Write when the talk begins and ends, as 00:00:12.',
  *check({ content }, { media }) {
    const file = media.get(content.audio);
    const length = file?.kind === 'audio' ? file.audio.durationSeconds : Number.POSITIVE_INFINITY;
    const { speechStart, speechEnd } = content;
    for (const [key, seconds] of Object.entries({ speechStart, speechEnd })) {
      if (seconds === undefined || seconds <= length + 0.5) continue;
      yield {
        at: [key],
        message: `${key} is ${formatTimeCode(seconds)}, but the audio ends at ${formatTimeCode(length)}.`,
        remedy: 'Correct the time, or remove the line.',
      };
      return;
    }
    if (speechStart === undefined || speechEnd === undefined || speechStart < speechEnd) return;
    yield {
      at: ['speechEnd'],
      message: 'speechEnd is not after speechStart.',
      remedy: 'Correct one of the two times, or remove both lines.',
    };
  },
});
