import type { Transcript } from '../model/transcript.ts';
import { wrapLine } from '../text/wrap.ts';
import { escapeText } from '../text/xml.ts';
import { captionsOf, lineLength } from './captions.ts';
import { formatCueTime } from './cue-times.ts';

/** What a caption may need when its words cannot be cut to two lines: the limit of the podcast namespace's guide. */
const longestLine = 65;

/** WebVTT with the speaker of every cue in a voice tag. Meant for timed transcripts; an untimed one yields no cues. */
export function formatVtt(transcript: Transcript): string {
  const cues = captionsOf(transcript).map(({ speaker, startSeconds, endSeconds, text }) => {
    const short = wrapLine(text, lineLength);
    const lines = short.length <= 2 ? short : wrapLine(text, longestLine);
    const voice = speaker === undefined ? '' : `<v ${escapeText(speaker.name)}>`;
    // A cue must last: one that was given no length lasts a millisecond.
    const end = Math.max(endSeconds, startSeconds + 0.001);
    return `${formatCueTime(startSeconds, '.')} --> ${formatCueTime(end, '.')}\n${voice}${lines.map(escapeText).join('\n')}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}
