import type { Rule } from '../rule.ts';
import { transcriptCoverage } from './transcript-coverage.ts';
import { transcriptLoop } from './transcript-loop.ts';
import { transcriptMachineCredit } from './transcript-machine-credit.ts';
import { transcriptNoRawLabels } from './transcript-no-raw-labels.ts';
import { transcriptOtherVoice } from './transcript-other-voice.ts';
import { transcriptOwnAnswer } from './transcript-own-answer.ts';
import { transcriptOwnName } from './transcript-own-name.ts';
import { transcriptPresent } from './transcript-present.ts';
import { transcriptRepeatedWord } from './transcript-repeated-word.ts';
import { transcriptSpeakerTwice } from './transcript-speaker-twice.ts';
import { transcriptSpeakerUnknown } from './transcript-speaker-unknown.ts';
import { transcriptSpeakers } from './transcript-speakers.ts';
import { transcriptStrayCapital } from './transcript-stray-capital.ts';
import { transcriptTurnCut } from './transcript-turn-cut.ts';
import { transcriptUnclear } from './transcript-unclear.ts';
import { transcriptUntimed } from './transcript-untimed.ts';
import { vttWithinAudio } from './vtt-within-audio.ts';

/** Rules on transcripts. Add a line here and a file beside it. */
export const transcriptRules: readonly Rule<'episode'>[] = [
  transcriptCoverage,
  transcriptLoop,
  transcriptMachineCredit,
  transcriptNoRawLabels,
  transcriptPresent,
  transcriptSpeakerUnknown,
  transcriptSpeakers,
  transcriptUnclear,
  transcriptUntimed,
  transcriptOtherVoice,
  transcriptOwnAnswer,
  transcriptOwnName,
  transcriptRepeatedWord,
  transcriptSpeakerTwice,
  transcriptStrayCapital,
  transcriptTurnCut,
  vttWithinAudio,
];
