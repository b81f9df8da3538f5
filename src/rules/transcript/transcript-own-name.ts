import { slipRule } from './read-through.ts';

export const transcriptOwnName = slipRule({
  id: 'transcript-own-name',
  severity: 'info',
  enforces: ['transcript-reviewed'],
  summary: 'A turn of a transcript greets or thanks its own speaker by name.',
  why: 'Nobody thanks themselves: these words are most likely somebody else’s.',
  source: 'ppod',
  remedy: 'Listen to this place, and put the words under whoever says them.',
});
