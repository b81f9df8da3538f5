import type { Chapter } from '../../model/chapter.ts';
import type { Segment, Transcript, Turn } from '../../model/transcript.ts';
import { formatTimeCode } from '../../text/time-code.ts';
import { Anchors, anchorName } from './anchors.ts';
import { sectionsOf } from './transcript-sections.ts';

export interface TranscriptProps {
  readonly transcript: Transcript;
  readonly chapters: readonly Chapter[];
}

/** The words of an episode: who speaks, what, and, where it was measured, when. Chapters head its parts. */
export function TranscriptText({ transcript, chapters }: TranscriptProps) {
  const anchors = new Anchors();
  const sections = sectionsOf(transcript, chapters);
  const introductions = firstTurns(sections.flatMap(({ turns }) => turns));
  return (
    <div class={transcript.isTimed ? 'transcript timed' : 'transcript'}>
      {sections.map(({ chapter, turns }) => (
        <>
          {chapter && (
            <h3 id={anchors.take(chapter.startSeconds)} dir="auto">
              {chapter.title}
            </h3>
          )}
          {turns.map((turn) => (
            <TurnText turn={turn} isFirst={introductions.has(turn)} anchors={anchors} />
          ))}
        </>
      ))}
    </div>
  );
}

/** The turns in which a speaker has to be introduced: to hear an organisation's name at every turn tires. */
function firstTurns(turns: readonly Turn[]): ReadonlySet<Turn> {
  const bySpeaker = new Map<string, Turn>();
  for (const turn of turns) {
    const key = JSON.stringify(turn.speaker);
    if (!bySpeaker.has(key)) bySpeaker.set(key, turn);
  }
  return new Set(bySpeaker.values());
}

interface TurnProps {
  readonly turn: Turn;
  readonly isFirst: boolean;
  readonly anchors: Anchors;
}

function TurnText({ turn, isFirst, anchors }: TurnProps) {
  const { speaker, paragraphs } = turn;
  return (
    <div class="turn">
      {speaker && (
        <p class="speaker">
          <strong dir="auto">{speaker.name}</strong>
          {speaker.organisation && isFirst && <span dir="auto">{speaker.organisation}</span>}
        </p>
      )}
      <div class="words">
        {paragraphs.map((segments) => (
          <Paragraph segments={segments} anchors={anchors} />
        ))}
      </div>
    </div>
  );
}

function Paragraph({ segments, anchors }: { readonly segments: readonly Segment[]; readonly anchors: Anchors }) {
  const start = segments[0]?.startSeconds;
  return (
    <p dir="auto" id={start === undefined ? undefined : anchors.take(start)}>
      {start !== undefined && (
        // A direction of its own keeps the link out of the guess at the paragraph's.
        <a class="moment" dir="auto" href={`#${anchorName(start)}`}>
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

/** Every form of the transcript that lies beside the page. */
export function TranscriptDownloads({ isTimed }: { readonly isTimed: boolean }) {
  const formats = [
    ['transcript.html', 'Web page'],
    ['transcript.txt', 'Plain text'],
    ...(isTimed
      ? [
          ['transcript.vtt', 'Captions (WebVTT)'],
          ['transcript.srt', 'Captions (SRT)'],
          ['transcript.json', 'JSON'],
        ]
      : []),
  ];
  return (
    <p class="downloads">
      <span>Download the transcript:</span>
      {formats.map(([file, label]) => (
        <a href={file} download={file === 'transcript.html' ? undefined : true}>
          {label}
        </a>
      ))}
    </p>
  );
}
