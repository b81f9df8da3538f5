import { nearest } from '../../text/nearest.ts';
import { isMachineLabel } from '../../transcripts/speakers.ts';
import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, segmentsOf } from './published.ts';

export const transcriptSpeakerUnknown = defineRule({
  id: 'transcript-speaker-unknown',
  subject: 'episode',
  severity: 'info',
  mayWarn: true,
  enforces: [],
  summary: 'Someone speaks in the transcript who is not among the people of the episode.',
  why: 'Most often one name is spelt in two ways: apps and pages would then show two persons.',
  source: 'ppod',
  remedy: 'Correct the name in the transcript, or add the person to the episode.',
  *check(entry, { show }) {
    const published = publishedTranscript(entry);
    const people = [...entry.content.people, ...entry.content.guests, ...(show.content?.hosts ?? [])];
    if (published === undefined || people.length === 0) return;
    const names = people.map(({ name }) => name);
    const seen = new Set(names);
    for (const turn of published.transcript.turns) {
      const name = turn.speaker?.name;
      if (name === undefined || seen.has(name) || isMachineLabel(name)) continue;
      seen.add(name);
      const meant = nearest(name, names);
      yield {
        ...(meant === undefined ? {} : { severity: 'warning' as const }),
        file: published.file.path,
        range: placeOf(published.file, Math.max(1, (segmentsOf(turn)[0]?.line ?? 1) - 1), name),
        message: `"${name}" speaks here, but is not among the people of the episode.`,
        remedy:
          meant === undefined
            ? 'Add the person to the episode under people, or correct the name here.'
            : `Did you mean ${meant}? Correct the name, or add "${name}" to the aliases of ${meant}.`,
      };
    }
  },
});
