import type { Reader } from '../reader.ts';
import { readCueBlocks } from './cue-blocks.ts';
import { readCues } from './cues.ts';

const timingLine = /^[ \t]*\d[\d:.,]*[ \t]*-{1,2}>[ \t]*\d/m;

/** SubRip, with the speaker as `Name:` in front of the words. */
export const srt: Reader = {
  format: 'srt',
  recognises: (text) => timingLine.test(text),
  read(text, { people }) {
    const { cues, problems } = readCueBlocks(text, {
      timing: /^(?<start>\d[^\s>-]*)\s*-{1,2}>\s*(?<end>\S*)/,
    });
    return { utterances: readCues(cues, text, people), problems };
  },
};
