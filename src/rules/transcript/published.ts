import type { TranscriptFile } from '../../model/project.ts';
import type { Segment, Transcript, Turn } from '../../model/transcript.ts';
import { LineIndex, type Range } from '../../text/positions.ts';
import type { Subjects } from '../rule.ts';

/** The transcript that an episode is published with, and its file. */
export interface PublishedTranscript {
  readonly file: TranscriptFile;
  readonly transcript: Transcript;
}

/** The richest of an episode's transcripts; `undefined` when none can be read. */
export function publishedTranscript({ transcripts }: Subjects['episode']): PublishedTranscript | undefined {
  for (const file of transcripts) {
    if (file.transcript !== undefined) return { file, transcript: file.transcript };
  }
  return undefined;
}

/** The segments of a turn, paragraph by paragraph. */
export function segmentsOf({ paragraphs }: Turn): readonly Segment[] {
  const [first = []] = paragraphs;
  return paragraphs.length < 2 ? first : paragraphs.flat();
}

/** Where words of a segment stand: found on its line or the next few, or else the start of its line. */
export function placeOf(file: TranscriptFile, line: number, words: string): Range {
  const lines = new LineIndex(file.text);
  const { offset } = lines.point(line, 1).start;
  const found = file.text.slice(offset, offset + 2000).indexOf(words);
  return words === '' || found === -1
    ? lines.point(line, 1)
    : lines.range(offset + found, offset + found + words.length);
}

/** How many words are spoken. */
export function wordCount({ turns }: Transcript): number {
  return turns.flatMap(segmentsOf).reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}
