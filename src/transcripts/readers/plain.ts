import type { Reader } from '../reader.ts';
import { linesOf } from './lines.ts';
import { readSpeechText } from './speech-text.ts';

/** Text as people type and paste it. Anything that is no other form is this one. */
export const plain: Reader = {
  format: 'plain',
  recognises: () => true,
  read: (text, { people }) => readSpeechText(linesOf(text), people),
};
