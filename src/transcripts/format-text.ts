import type { Transcript } from '../model/transcript.ts';
import { introductions } from './introductions.ts';

export interface TextOptions {
  readonly title?: string | undefined;
  readonly advisory?: string | undefined;
}

/**
 * Plain text: `Name: words`, an empty line between paragraphs, the affiliation where somebody first speaks, and a rule before
 * words that follow a speaker's and are nobody's.
 */
export function formatText(transcript: Transcript, { title, advisory }: TextOptions = {}): string {
  const paragraphs = [title, advisory].filter((text) => text !== undefined);
  let isNamed = false;
  for (const { speaker, introduction, paragraphs: spoken } of introductions(transcript)) {
    if (speaker === undefined && isNamed) paragraphs.push('--');
    const name = [speaker?.name, introduction].filter((part) => part !== undefined).join(' – ');
    for (const [index, segments] of spoken.entries()) {
      const words = segments.map(({ text }) => text).join(' ');
      paragraphs.push(index === 0 && name !== '' ? `${name}: ${words}` : words);
    }
    isNamed = speaker !== undefined;
  }
  return `${paragraphs.join('\n\n')}\n`;
}
