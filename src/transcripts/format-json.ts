import type { Transcript } from '../model/transcript.ts';
import { captionsOf } from './captions.ts';

/** JSON as the podcast namespace defines it, version 1.0.0: the same captions as WebVTT, times in seconds. */
export function formatJson(transcript: Transcript): string {
  const segments = captionsOf(transcript).map(({ speaker, startSeconds, endSeconds, text }) => ({
    speaker: speaker?.name,
    startTime: startSeconds,
    endTime: endSeconds,
    body: text,
  }));
  return `${JSON.stringify({ version: '1.0.0', segments }, undefined, 2)}\n`;
}
