import type { Transcript } from '../model/transcript.ts';
import { introductions } from './introductions.ts';
import { parseLineHead } from './readers/speaker-lines.ts';
import type { TranscriptFrame } from './transcript-frame.ts';

/**
 * Plain text: `Name: words`, an empty line between paragraphs, the affiliation where somebody first speaks, and a rule before
 * words that follow a speaker's and are nobody's.
 */
export function formatText(transcript: Transcript, frame?: TranscriptFrame): string {
  const paragraphs = [frame?.title, frame?.advisory].filter((text) => text !== undefined);
  let isNamed = false;
  for (const { speaker, introduction, paragraphs: spoken } of introductions(transcript)) {
    if (speaker === undefined && isNamed) paragraphs.push('--');
    const name = [speaker?.name, introduction].filter((part) => part !== undefined).join(' – ');
    for (const [index, segments] of spoken.entries()) {
      const words = segments.map(({ text }) => text).join(' ');
      if (index === 0) paragraphs.push(name === '' ? words : `${name}: ${words}`);
      // A word that stands alone would be taken for the name of the next speaker.
      else if (parseLineHead({ text: words, line: 1 })?.label === undefined) paragraphs.push(words);
      else paragraphs.push(`${paragraphs.pop() ?? ''} ${words}`);
    }
    isNamed = speaker !== undefined;
  }
  return `${paragraphs.join('\n\n')}\n`;
}
