import type { Reader } from '../reader.ts';
import { readCueBlocks } from './cue-blocks.ts';
import { readCues } from './cues.ts';

/** SubViewer as YouTube writes it: `0:00:01.000,0:00:04.000` above the words. */
export const sbv: Reader = {
  format: 'sbv',
  recognises: (text) => /^[ \t]*\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}[ \t]*\r?$/m.test(text),
  read(text, { people }) {
    const { cues, problems } = readCueBlocks(text, { timing: /^(?<start>\d+:[\d:.]+),(?<end>\d+:[\d:.]+)$/ });
    return { utterances: readCues(cues, text, people), problems };
  },
};
