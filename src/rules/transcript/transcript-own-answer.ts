import { slipRule } from './read-through.ts';

export const transcriptOwnAnswer = slipRule({
  id: 'transcript-own-answer',
  severity: 'info',
  enforces: ['transcript-reviewed'],
  summary: 'A turn of a transcript asks the other person a question and answers it.',
  why: 'The answer is most likely the other person’s, and reads as if the first had given it.',
  source: 'ppod',
  remedy: 'Listen to this place. If somebody else answers, begin a new turn under that name.',
});
