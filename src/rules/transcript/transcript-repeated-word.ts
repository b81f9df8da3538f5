import { slipRule } from './read-through.ts';

export const transcriptRepeatedWord = slipRule({
  id: 'transcript-repeated-word',
  severity: 'info',
  enforces: [],
  summary: 'A small word stands twice in a row in a transcript, such as “the the”.',
  why: 'It makes a reader stumble. What was said twice may stay: that is for the show to decide.',
  source: 'ppod',
  remedy: 'If the word was said once, delete one.',
});
