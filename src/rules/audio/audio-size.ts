import { formatTimeCode } from '../../text/time-code.ts';
import { audioRule } from './audio-rule.ts';

const mostBytes = 200_000_000;
const mostSeconds = 12 * 3600;

export const audioSize = audioRule({
  id: 'audio-size',
  severity: 'warning',
  enforces: ['audio-size'],
  summary: 'The audio is larger than 200 MB or longer than 12 hours.',
  why: 'Spotify does not take it, and few people can download it on the way.',
  source: 'Spotify',
  remedy: 'Export the audio with a lower bit rate, or split the episode.',
  *judge({ name, bytes, audio: { durationSeconds } }) {
    if (bytes > mostBytes) {
      yield {
        message: `"${name}" is ${Math.round(bytes / 1e6)} MB; Spotify takes at most 200.`,
        remedy: 'Export the audio with 128 kbit/s, or split the episode into two.',
      };
    }
    if (durationSeconds > mostSeconds) {
      yield {
        message: `"${name}" lasts ${formatTimeCode(durationSeconds)} hours; Spotify takes at most 12.`,
        remedy: 'Split the episode.',
      };
    }
  },
});
