import type { Chapter } from '../../model/chapter.ts';
import { formatTimeCode } from '../../text/time-code.ts';
import { Anchors, anchorName } from './anchors.ts';

export interface ChapterListProps {
  readonly chapters: readonly Chapter[];
  /** Whether the list itself carries the names of the moments, because no timed transcript does. */
  readonly isAnchored: boolean;
}

/** The chapters, each a link to its moment. */
export function ChapterList({ chapters, isAnchored }: ChapterListProps) {
  const anchors = new Anchors();
  return (
    <section aria-labelledby="chapters">
      <h2 id="chapters">Chapters</h2>
      <ol class="chapters">
        {chapters.map(({ title, startSeconds, url }) => (
          <li id={isAnchored ? anchors.take(startSeconds) : undefined}>
            <a href={`#${anchorName(startSeconds)}`}>
              <span class="time">{formatTimeCode(startSeconds)}</span> <span dir="auto">{title}</span>
            </a>
            {/* Chapters may come out of an audio file, where an address can be anything. */}
            {url?.startsWith('https://') && (
              <a class="aside" href={url} rel="noopener">
                More<span class="unseen"> about {title}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
