import { slipRule } from './read-through.ts';

export const transcriptOtherVoice = slipRule({
  id: 'transcript-other-voice',
  severity: 'info',
  mayWarn: true,
  enforces: ['transcript-reviewed'],
  summary: 'The beginning or end of a long turn of a transcript reads like another speaker.',
  why: 'Speech recognition missed a change of speaker: readers take minutes of what one says for the other’s words.',
  source: 'ppod',
  remedy: 'Listen to this place. Where the other speaks, begin a new turn under that name.',
});
