import { slipRule } from './read-through.ts';

export const transcriptTurnCut = slipRule({
  id: 'transcript-turn-cut',
  severity: 'info',
  mayWarn: true,
  enforces: ['transcript-reviewed'],
  summary: 'A turn of a transcript ends in the middle of a sentence and goes on under another name.',
  why: 'Speech recognition noticed the change of speaker too early or too late, and gives words to the wrong person.',
  source: 'ppod',
  remedy:
    'Listen to where the one stops and the other begins. Move the words to whoever says them, or finish the sentence.',
});
