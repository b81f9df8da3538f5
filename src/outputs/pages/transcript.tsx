import type { Chapter } from '../../model/chapter.ts';
import type { Segment, Transcript, Turn } from '../../model/transcript.ts';
import { formatTimeCode } from '../../text/time-code.ts';
import { sectionsOf } from './transcript-sections.ts';

export interface TranscriptProps {
  readonly transcript: Transcript;
  readonly chapters: readonly Chapter[];
}

/** The words of an episode: who speaks, what, and, where it was measured, when. Chapters head its parts. */
export function TranscriptText({ transcript, chapters }: TranscriptProps) {
  const names = new AnchorNames();
  return (
    <div class={transcript.isTimed ? 'transcript timed' : 'transcript'}>
      {sectionsOf(transcript, chapters).map(({ chapter, turns }) => (
        <>
          {chapter && (
            <h3 id={names.take(chapter.startSeconds)} dir="auto">
              {chapter.title}
            </h3>
          )}
          {turns.map((turn) => (
            <TurnText turn={turn} names={names} />
          ))}
        </>
      ))}
    </div>
  );
}

function TurnText({ turn, names }: { readonly turn: Turn; readonly names: AnchorNames }) {
  const { speaker, paragraphs } = turn;
  return (
    <div class={speaker ? 'turn' : 'turn voiceless'}>
      {speaker && (
        <p class="speaker">
          <strong dir="auto">{speaker.name}</strong>
          {speaker.organisation && <span dir="auto">{speaker.organisation}</span>}
        </p>
      )}
      <div class="words">
        {paragraphs.map((segments) => (
          <Paragraph segments={segments} names={names} />
        ))}
      </div>
    </div>
  );
}

function Paragraph({ segments, names }: { readonly segments: readonly Segment[]; readonly names: AnchorNames }) {
  const start = segments[0]?.startSeconds;
  return (
    <p dir="auto" id={start === undefined ? undefined : names.take(start)}>
      {start !== undefined && (
        <a class="moment" href={`#${anchorName(start)}`}>
          <span class="unseen">Play from </span>
          {formatTimeCode(start)}
        </a>
      )}
      {segments.map((segment) => (
        <>
          {' '}
          {segment.startSeconds === undefined ? (
            segment.text
          ) : (
            <span data-start={segment.startSeconds}>{segment.text}</span>
          )}
        </>
      ))}
    </p>
  );
}

/** The name of a moment in the page's address, in whole seconds: short enough to be read out. */
export function anchorName(seconds: number): string {
  return `t=${Math.floor(seconds)}`;
}

/** Gives each moment's name to the first place that asks for it: an id is unique on a page. */
class AnchorNames {
  readonly #taken = new Set<string>();

  take(seconds: number): string | undefined {
    const name = anchorName(seconds);
    if (this.#taken.has(name)) return undefined;
    this.#taken.add(name);
    return name;
  }
}
