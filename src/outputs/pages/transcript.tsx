import type { Chapter } from '../../model/chapter.ts';
import type { Segment, Speaker, Transcript, Turn } from '../../model/transcript.ts';
import { formatTimeCode } from '../../text/time-code.ts';
import { sectionsOf } from './transcript-sections.ts';

export interface TranscriptProps {
  readonly transcript: Transcript;
  readonly chapters: readonly Chapter[];
}

/** The words of an episode: who speaks, what, and, where it was measured, when. Chapters head its parts. */
export function TranscriptText({ transcript, chapters }: TranscriptProps) {
  const seen = new Seen();
  return (
    <div class={transcript.isTimed ? 'transcript timed' : 'transcript'}>
      {sectionsOf(transcript, chapters).map(({ chapter, turns }) => (
        <>
          {chapter && (
            <h3 id={seen.anchor(chapter.startSeconds)} dir="auto">
              {chapter.title}
            </h3>
          )}
          {turns.map((turn) => (
            <TurnText turn={turn} seen={seen} />
          ))}
        </>
      ))}
    </div>
  );
}

function TurnText({ turn, seen }: { readonly turn: Turn; readonly seen: Seen }) {
  const { speaker, paragraphs } = turn;
  return (
    <div class="turn">
      {speaker && (
        <p class="speaker">
          <strong dir="auto">{speaker.name}</strong>
          {speaker.organisation && seen.isNew(speaker) && <span dir="auto">{speaker.organisation}</span>}
        </p>
      )}
      <div class="words">
        {paragraphs.map((segments) => (
          <Paragraph segments={segments} seen={seen} />
        ))}
      </div>
    </div>
  );
}

function Paragraph({ segments, seen }: { readonly segments: readonly Segment[]; readonly seen: Seen }) {
  const start = segments[0]?.startSeconds;
  return (
    <p dir="auto" id={start === undefined ? undefined : seen.anchor(start)}>
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

/** What the reader has met so far on the page. */
class Seen {
  readonly #anchors = new Set<string>();
  readonly #speakers = new Set<string>();

  /** The moment's name for the first place that asks for it: an id is unique on a page. */
  anchor(seconds: number): string | undefined {
    const name = anchorName(seconds);
    if (this.#anchors.has(name)) return undefined;
    this.#anchors.add(name);
    return name;
  }

  /** Whether a speaker has to be introduced. Hearing an organisation's name at every turn tires. */
  isNew({ name, organisation }: Speaker): boolean {
    const key = `${name}\n${organisation}`;
    const isNew = !this.#speakers.has(key);
    this.#speakers.add(key);
    return isNew;
  }
}
