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
    const [first = '', ...rest] = spoken
      .map((segments) => segments.map(({ text }) => text).join(' '))
      .reduce<readonly string[]>(notAlone, []);
    paragraphs.push(name === '' ? first : `${name}: ${first}`, ...rest);
    isNamed = speaker !== undefined;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** Adds a paragraph: to the end of the one before it where it would be taken for the name of the next speaker. */
function notAlone(before: readonly string[], paragraph: string): readonly string[] {
  const last = before.at(-1);
  const isLabel = last !== undefined && parseLineHead({ text: paragraph, line: 1 })?.label !== undefined;
  return isLabel ? [...before.slice(0, -1), `${last} ${paragraph}`] : [...before, paragraph];
}
