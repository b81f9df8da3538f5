import type { Person } from '../model/person.ts';
import type { ParsedTranscript, Segment, Transcript } from '../model/transcript.ts';
import { speakerOf } from './speakers.ts';

/**
 * Joins what was read to the episode: labels become the people they mean. It is timed when every segment
 * has a measured start and end; no time is ever filled in here.
 *
 * @param source Project path of the file that was read.
 */
export function joinTranscript(parsed: ParsedTranscript, source: string, people: readonly Person[]): Transcript {
  const labels = new Set(parsed.turns.flatMap(({ speaker }) => speaker?.name ?? []));
  const speakers = new Map([...labels].map((label) => [label, speakerOf(label, people)]));
  const turns = parsed.turns.map((turn) => ({ ...turn, speaker: turn.speaker && speakers.get(turn.speaker.name) }));
  const isTimed = turns.length > 0 && turns.every(({ paragraphs }) => paragraphs.flat().every(hasTimes));
  return { source, format: parsed.format, isTimed, turns };
}

function hasTimes({ startSeconds, endSeconds }: Segment): boolean {
  return startSeconds !== undefined && endSeconds !== undefined;
}
