import { markdownToText } from '../text/markdown.ts';
import { parseTimeCode } from '../text/time-code.ts';
import type { Chapter } from './chapter.ts';

export interface NotedChapters {
  readonly chapters: readonly Chapter[];
  /** The notes without the list and its heading. */
  readonly rest: string;
}

/** Fewer lines with times are no list of chapters, to directories neither. */
const fewest = 3;

const heading = /^\s*(?:#{1,6}\s*)?(?:\*\*|__)?chapters:?(?:\*\*|__)?:?\s*$/i;
const entry = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?\(?(\d{1,3}(?::\d{2}){1,2})\)?\s*[–—:-]?\s+(\S.*?)\\?\s*$/;

/** A list below the word "Chapters" in show notes, each line a time and a title; `undefined` when there is none. */
export function chaptersInNotes(markdown: string): NotedChapters | undefined {
  const lines = markdown.split(/\r?\n/);
  const start = lines.findIndex((line) => heading.test(line));
  if (start === -1) return undefined;
  const chapters: Chapter[] = [];
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (line.trim() === '') continue;
    const chapter = chapterIn(line);
    if (chapter === undefined) break;
    chapters.push(chapter);
  }
  if (chapters.length < fewest) return undefined;
  return { chapters, rest: [...lines.slice(0, start), ...lines.slice(end)].join('\n').trim() };
}

function chapterIn(line: string): Chapter | undefined {
  const [, time = '', words = ''] = entry.exec(line) ?? [];
  const startSeconds = parseTimeCode(time);
  const title = markdownToText(words).trim();
  return startSeconds === undefined || title === '' ? undefined : { startSeconds, title };
}
