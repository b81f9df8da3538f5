import { slipRule } from './read-through.ts';

export const transcriptSpeakerTwice = slipRule({
  id: 'transcript-speaker-twice',
  severity: 'info',
  mayWarn: true,
  enforces: ['transcript-reviewed'],
  summary: 'Two turns in a row of a transcript stand under one name.',
  why: 'One of them is often what somebody else said: a reader takes an answer for a question of the host.',
  source: 'ppod',
  remedy: 'Listen to both. If somebody else speaks in one of them, correct its name; if not, make them one turn.',
});
