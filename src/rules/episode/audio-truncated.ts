import { defineRule } from '../rule.ts';

export const audioTruncated = defineRule({
  id: 'audio-truncated',
  subject: 'episode',
  severity: 'error',
  enforces: ['audio-decodes'],
  summary: 'The audio file breaks off or is damaged.',
  why: 'Listeners would hear the episode stop in the middle, and apps show a length that is not true.',
  source: 'Apple Podcasts',
  remedy: 'Copy or export the audio again and replace the file.',
  *check({ content }, { media }) {
    const file = media.get(content.audio);
    if (file?.kind !== 'audio') return;
    for (const { kind, detail } of file.audio.faults) {
      const isGrave = kind === 'truncated' || kind === 'several-audio-streams';
      yield {
        at: ['audio'],
        severity: isGrave ? 'error' : 'warning',
        message: `"${content.audio}" is damaged: ${detail}.`,
        remedy: 'Copy or export the audio again and replace the file.',
      };
    }
  },
});
