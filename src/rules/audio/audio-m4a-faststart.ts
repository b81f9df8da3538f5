import { audioRule } from './audio-rule.ts';

export const audioM4aFaststart = audioRule({
  id: 'audio-m4a-faststart',
  severity: 'warning',
  enforces: ['audio-m4a-faststart'],
  summary: 'The index of the M4A stands at its end.',
  why: 'Players must download the whole file before they can begin to play.',
  source: 'Practice of hosts',
  remedy: 'Export the audio with "fast start" ("optimise for streaming"), or as MP3.',
  *judge({ name, audio: { isFastStart } }) {
    if (isFastStart !== false) return;
    yield {
      message: `"${name}" has its index at the end, so that players must download all of it before they begin.`,
      remedy: 'Export it with "fast start" ("optimise for streaming"), or as MP3.',
    };
  },
});
