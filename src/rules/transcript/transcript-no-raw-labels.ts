import { isMachineLabel } from '../../transcripts/speakers.ts';
import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, segmentsOf } from './published.ts';

export const transcriptNoRawLabels = defineRule({
  id: 'transcript-no-raw-labels',
  subject: 'episode',
  severity: 'error',
  enforces: ['transcript-no-raw-labels'],
  summary: 'A speaker has the label that a machine gave: SPEAKER_00, Speaker 1, Unknown.',
  why: 'It tells a reader nothing, and shows that nobody has read the transcript.',
  source: 'WAI media guide',
  remedy: 'Replace the label by the name of the person throughout, or list it under that person as an alias.',
  *check(entry) {
    const published = publishedTranscript(entry);
    const seen = new Set<string>();
    for (const turn of published?.transcript.turns ?? []) {
      const name = turn.speaker?.name;
      if (name === undefined || published === undefined || seen.has(name) || !isMachineLabel(name)) continue;
      seen.add(name);
      yield {
        file: published.file.path,
        range: placeOf(published.file, Math.max(1, (segmentsOf(turn)[0]?.line ?? 1) - 1), name),
        message: `A speaker is called "${name}", as a machine that knew no names wrote it.`,
        remedy: `Replace "${name}" by the person's name throughout, or add it to that person's aliases in the episode.`,
      };
    }
  },
});
