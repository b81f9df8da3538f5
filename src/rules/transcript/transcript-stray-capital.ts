import { slipRule } from './read-through.ts';

export const transcriptStrayCapital = slipRule({
  id: 'transcript-stray-capital',
  severity: 'info',
  enforces: ['transcript-reviewed'],
  summary: 'A word within a sentence of a transcript begins with a capital that it has nowhere else.',
  why: 'Speech recognition joins pieces there: a full stop is missing, or words are.',
  source: 'ppod',
  remedy: 'See whether a sentence ends there: put a full stop before the word, or write it small.',
});
