import type { Transcript } from '../model/transcript.ts';
import { wrapLine } from '../text/wrap.ts';
import { captionsOf, lineLength } from './captions.ts';
import { formatCueTime } from './cue-times.ts';

/**
 * SubRip with `Name: ` where the speaker changes. It has no way to say that nobody is named:
 * readers take an unnamed turn to go on under the name before it.
 */
export function formatSrt(transcript: Transcript): string {
  return captionsOf(transcript)
    .map(({ speaker, continuesTurn, startSeconds, endSeconds, text }, index) => {
      const words = speaker === undefined || continuesTurn ? text : `${speaker.name}: ${text}`;
      const times = `${formatCueTime(startSeconds, ',')} --> ${formatCueTime(Math.max(endSeconds, startSeconds + 0.001), ',')}`;
      return `${index + 1}\n${times}\n${wrapLine(words, lineLength).join('\n')}\n`;
    })
    .join('\n');
}
