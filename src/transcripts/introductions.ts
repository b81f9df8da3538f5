import type { Transcript, Turn } from '../model/transcript.ts';

/** A turn, with the speaker's affiliation where they first speak: once is enough for a reader. */
export interface IntroducedTurn extends Turn {
  readonly introduction: string | undefined;
}

export function introductions(transcript: Transcript): readonly IntroducedTurn[] {
  const seen = new Set<string>();
  return transcript.turns.map((turn) => {
    const { speaker } = turn;
    const isFirst = speaker !== undefined && !seen.has(speaker.name);
    if (speaker !== undefined) seen.add(speaker.name);
    return { introduction: isFirst ? speaker.organisation : undefined, ...turn };
  });
}
