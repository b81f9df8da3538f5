import { formatTimeCode } from '../../text/time-code.ts';
import { audioRule } from './audio-rule.ts';

export const audioEstimated = audioRule({
  id: 'audio-estimated',
  severity: 'info',
  enforces: [],
  summary: 'The length of audio on another server was reckoned from samples of it.',
  why: 'An MP3 without a header says nowhere how long it is; counting would mean to download all of it.',
  source: 'ppod',
  remedy: 'Export the audio with a program that writes the header; or put a copy into media/.',
  *judge({ name, audio: { isEstimated, durationSeconds } }) {
    if (isEstimated !== true) return;
    yield {
      message: `"${name}" does not say how long it is. From its size and samples of it ppod reckons ${formatTimeCode(durationSeconds)}.`,
      remedy:
        'If that is wrong, export the audio again with a current program, or put a copy into media/, where ppod counts all of it.',
    };
  },
});
