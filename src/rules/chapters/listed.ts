import type { Chapter } from '../../model/chapter.ts';
import { LineIndex } from '../../text/positions.ts';
import type { Finding, Subjects, Surroundings } from '../rule.ts';

/** Where a finding about a chapter points. */
export type Place = Pick<Finding, 'at' | 'on' | 'range' | 'file'>;

/** The chapters that an episode is published with, in the order in which they stand. */
export interface ListedChapters {
  readonly chapters: readonly Chapter[];
  /** Where the chapter of that index stands; of the list as a whole without an index. */
  place(index?: number): Place;
  /** False for chapters that come out of the audio file itself. */
  readonly isWritten: boolean;
}

/** `undefined` when there are none. Chapters of the frontmatter or of its file go before those of the audio. */
export function listedChapters(
  { content, chaptersFile }: Subjects['episode'],
  project: Surroundings,
): ListedChapters | undefined {
  if (typeof content.chapters === 'string') {
    if (chaptersFile?.chapters === undefined) return undefined;
    const { chapters, path, text } = chaptersFile;
    const starts = [...text.matchAll(/"startTime"/g)].map((match) => match.index);
    const lines = new LineIndex(text);
    const place = (index?: number) => {
      const start = index === undefined ? 0 : (starts[index] ?? 0);
      return { file: path, range: lines.range(start, start === 0 ? 0 : start + '"startTime"'.length) };
    };
    return { chapters, place, isWritten: true };
  }
  if (content.chapters !== undefined) {
    const place = (index?: number): Place =>
      index === undefined ? { at: ['chapters'], on: 'key' } : { at: ['chapters', index] };
    return content.chapters.length === 0 ? undefined : { chapters: content.chapters, place, isWritten: true };
  }
  const file = project.media.get(content.audio);
  if (file?.kind !== 'audio' || file.audio.chapters.length === 0) return undefined;
  return { chapters: file.audio.chapters, place: () => ({ at: ['audio'] }), isWritten: false };
}

/** The chapters that apps show in their list: not those marked as silent. */
export function visible(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.filter(({ listed }) => listed !== false);
}
