import type { Segment, Transcript } from '../model/transcript.ts';
import { escapeText } from '../text/xml.ts';
import { formatCueTime } from './cue-times.ts';

/**
 * WebVTT as a source to keep and correct rather than to show: a cue for each sentence, the speaker in a voice tag, the
 * start of each word in a timestamp tag where all are known. `noteOf` gives the words of a comment before a cue.
 * Meant for timed transcripts; segments without times are left out.
 */
export function formatSentenceVtt(transcript: Transcript, noteOf: (segment: Segment) => string | undefined): string {
  const blocks = transcript.turns.flatMap(({ speaker, paragraphs }) =>
    paragraphs.flat().flatMap((segment) => {
      const { startSeconds, endSeconds } = segment;
      if (startSeconds === undefined || endSeconds === undefined) return [];
      const note = noteOf(segment);
      const comment = note === undefined ? [] : [`NOTE ${note.replaceAll('-->', '→').replace(/\s+/g, ' ')}\n`];
      const end = Math.max(endSeconds, startSeconds + 0.001);
      const voice = speaker === undefined ? '' : `<v ${escapeText(speaker.name)}>`;
      const times = `${formatCueTime(startSeconds, '.')} --> ${formatCueTime(end, '.')}`;
      return [...comment, `${times}\n${voice}${payload(segment, startSeconds, end)}\n`];
    }),
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** Timestamp tags must grow and lie inside the cue, so either every word gets one or none does. */
function payload({ text, words = [] }: Segment, start: number, end: number): string {
  const starts = words.map(({ startSeconds }) => startSeconds);
  const grows = starts.every((at, index) => {
    const before = index === 0 ? undefined : starts[index - 1];
    return at !== undefined && (index === 0 || (before !== undefined && millis(at) > millis(before))) && at < end;
  });
  const isWhole = words.map((word) => word.text).join(' ') === text;
  if (words.length < 2 || !grows || !isWhole || millis(starts[1] ?? 0) <= millis(start)) return escapeText(text);
  return words
    .map(
      (word, index) =>
        (index === 0 ? '' : ` <${formatCueTime(word.startSeconds ?? end, '.')}>`) + escapeText(word.text),
    )
    .join('');
}

function millis(seconds: number): number {
  return Math.round(seconds * 1000);
}
