import type { Reader } from '../reader.ts';
import { readCueBlocks } from './cue-blocks.ts';
import { readCues } from './cues.ts';

/** WebVTT as its specification has it, and as Teams, Zoom and others write it. */
export const webvtt: Reader = {
  format: 'webvtt',
  recognises: (text) => /^\s*WEBVTT(?:[ \t\r\n]|$)/.test(text),
  read(text, { people }) {
    // The header ends at the first blank line or, in damaged files, at the first time.
    const header = /^\s*WEBVTT(?:(?!\r?\n[^\n]*-->)(?!\r?\n[ \t]*\r?\n)[\s\S])*/.exec(text)?.[0] ?? '';
    const blanked = header.replace(/[^\r\n]+/g, '') + text.slice(header.length);
    const { cues, problems } = readCueBlocks(blanked, {
      timing: /^(?<start>\d[^\s>-]*)\s*-->\s*(?<end>\S*)/,
      aside: /^(?:NOTE|STYLE|REGION)(?:\s|$)/,
    });
    return { utterances: readCues(cues, blanked, people), problems };
  },
};
