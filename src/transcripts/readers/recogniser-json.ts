import type { TranscriptProblem } from '../../model/transcript.ts';
import { problem } from '../problems.ts';
import type { Reader, Utterance } from '../reader.ts';
import { parseJsonSource } from './json-source.ts';
import { assemblyAi } from './recognisers/assembly-ai.ts';
import { aws } from './recognisers/aws.ts';
import { deepgram } from './recognisers/deepgram.ts';
import { google } from './recognisers/google.ts';
import { ibm } from './recognisers/ibm.ts';
import type { Recogniser } from './recognisers/recogniser.ts';
import { speechmatics } from './recognisers/speechmatics.ts';
import { whisper } from './recognisers/whisper.ts';
import { whisperCpp } from './recognisers/whisper-cpp.ts';

/** The JSON of each speech recogniser; the first whose shape fits reads it. */
const recognisers: readonly Recogniser[] = [aws, deepgram, assemblyAi, whisper, whisperCpp, speechmatics, google, ibm];

/** What programs that recognise speech write. */
export const recogniserJson: Reader = {
  format: 'recogniser-json',
  recognises: (text) => /^\s*(?:\{\s*"|\[\s*\{)/.test(text),
  read(text) {
    const { data, problems, lineOf } = parseJsonSource(text);
    let utterances: readonly Utterance[] | undefined;
    for (const recogniser of recognisers) utterances ??= recogniser(data, lineOf);
    return utterances === undefined
      ? { utterances: [], problems: [...problems, unknownJson()] }
      : { utterances, problems };
  },
};

/** The finding for JSON in which no words were recognised. */
export function unknownJson(): TranscriptProblem {
  return problem(
    'transcript-unreadable',
    1,
    'This is a JSON file, but not of a kind of transcript that ppod knows.',
    'Export the transcript as VTT, SRT, Word or plain text instead.',
  );
}
