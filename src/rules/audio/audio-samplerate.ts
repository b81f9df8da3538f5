import { audioRule } from './audio-rule.ts';

export const audioSamplerate = audioRule({
  id: 'audio-samplerate',
  severity: 'warning',
  enforces: ['audio-samplerate'],
  summary: 'The sample rate is neither 44.1 nor 48 kHz.',
  why: 'Some players speed up or refuse other rates.',
  source: 'Apple Podcasts',
  remedy: 'Export the audio at 44.1 kHz.',
  *judge({ name, audio: { sampleRate } }) {
    if (sampleRate === undefined || sampleRate === 44_100 || sampleRate === 48_000) return;
    yield {
      message: `"${name}" has ${sampleRate / 1000} thousand samples a second (kHz); apps expect 44.1 or 48.`,
      remedy: 'Export the audio at 44.1 kHz.',
    };
  },
});
