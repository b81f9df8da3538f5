import type { Chapter } from '../../model/chapter.ts';
import type { Segment, Transcript, Turn } from '../../model/transcript.ts';

/** The part of a transcript that a chapter covers; the first part may come before any chapter. */
export interface TranscriptSection {
  readonly chapter: Chapter | undefined;
  readonly turns: readonly Turn[];
}

/**
 * Lays the chapters, which are in order, into a transcript, so that they head its parts. A chapter begins at the first
 * segment that lies mostly after the chapter's start: people round such times. Where no times are known, one section holds everything.
 */
export function sectionsOf(transcript: Transcript, chapters: readonly Chapter[]): readonly TranscriptSection[] {
  if (!transcript.isTimed || chapters.length === 0) return [{ chapter: undefined, turns: transcript.turns }];
  const parts: Line[][] = [undefined, ...chapters].map(() => []);
  let part = 0;
  for (const line of linesOf(transcript)) {
    // Never back: should times run backwards, the words still stay in the order in which they were written.
    part = Math.max(part, chapters.filter(({ startSeconds }) => startSeconds <= middleOf(line.segment)).length);
    parts[part]?.push(line);
  }
  const sections = parts.map((lines, index) => ({ chapter: chapters[index - 1], turns: turnsOf(lines) }));
  return sections.filter(({ chapter, turns }) => chapter !== undefined || turns.length > 0);
}

/** A segment with the whole it comes from. */
interface Line {
  readonly turn: Turn;
  readonly paragraph: readonly Segment[];
  readonly segment: Segment;
}

function linesOf({ turns }: Transcript): readonly Line[] {
  return turns.flatMap((turn) =>
    turn.paragraphs.flatMap((paragraph) => paragraph.map((segment) => ({ turn, paragraph, segment }))),
  );
}

/** Puts lines back together: a turn that a chapter divides becomes two of the same speaker. */
function turnsOf(lines: readonly Line[]): readonly Turn[] {
  return [...groupBy(lines, ({ turn }) => turn)].map(([{ speaker }, ownLines]) => ({
    speaker,
    paragraphs: [...groupBy(ownLines, ({ paragraph }) => paragraph).values()].map((paragraph) =>
      paragraph.map(({ segment }) => segment),
    ),
  }));
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function middleOf({ startSeconds = 0, endSeconds = startSeconds }: Segment): number {
  return (startSeconds + endSeconds) / 2;
}
