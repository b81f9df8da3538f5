import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, segmentsOf } from './published.ts';

export const transcriptSpeakers = defineRule({
  id: 'transcript-speakers',
  subject: 'episode',
  severity: 'error',
  enforces: ['transcript-speakers', 'vtt-voice', 'srt-speaker'],
  summary: 'A transcript of several voices does not say who speaks.',
  why: 'Whoever hears knows the voices; whoever reads must be told.',
  source: 'WCAG 2.2; WAI media guide',
  remedy: 'Put the name in front of what each person says, such as Sam: or on a line of its own.',
  *check(entry, { show }) {
    const published = publishedTranscript(entry);
    const { people, guests } = entry.content;
    const voices = new Set([...people, ...guests, ...(show.content?.hosts ?? [])].map(({ name }) => name));
    if (published === undefined || voices.size < 2) return;
    const { file, transcript } = published;
    const place = () => ({ file: file.path, range: placeOf(file, 1, '') });
    const remedy = 'Put the name in front of what each person says, such as Sam: or on a line of its own.';
    if (transcript.turns.every(({ speaker }) => speaker === undefined)) {
      const message = `Nothing in this transcript says who speaks, though ${voices.size} people take part.`;
      yield { ...place(), message, remedy };
      return;
    }
    const lengthOf = (turns: typeof transcript.turns) =>
      turns.flatMap(segmentsOf).reduce((sum, { text }) => sum + text.length, 0);
    const named = lengthOf(transcript.turns.filter(({ speaker }) => speaker !== undefined));
    if (named * 2 >= lengthOf(transcript.turns)) return;
    const message = 'More than half of this transcript does not say who speaks.';
    yield { ...place(), severity: 'warning', message, remedy };
  },
});
