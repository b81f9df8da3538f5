import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, segmentsOf, wordCount } from './published.ts';

const mark =
  /[[(](?:inaudible|unclear|unintelligible|indistinct|crosstalk|overlapping|\?+|ph|sp|phonetic)(?:[^\])]{0,20})[\])]|\?\?\?+/gi;
/** A few marks are honest; so many that a reader stumbles every minute or two mean that nobody listened again. */
const mostInAThousandWords = 4;

export const transcriptUnclear = defineRule({
  id: 'transcript-unclear',
  subject: 'episode',
  severity: 'warning',
  enforces: ['transcript-no-raw-labels', 'transcript-reviewed'],
  summary: 'A transcript is full of marks such as [inaudible].',
  why: 'A reader loses the thread where a listener does not; the words can most often be made out by listening again.',
  source: 'WAI media guide',
  remedy: 'Listen to these places again and write what is said.',
  *check(entry) {
    const published = publishedTranscript(entry);
    if (published === undefined) return;
    const segments = published.transcript.turns.flatMap(segmentsOf);
    const found = segments.flatMap(({ text, line }) => [...text.matchAll(mark)].map(([words]) => ({ words, line })));
    const [first] = found;
    if (first === undefined || found.length < 3) return;
    if (found.length * 1000 <= wordCount(published.transcript) * mostInAThousandWords) return;
    yield {
      file: published.file.path,
      range: placeOf(published.file, first.line, first.words),
      message: `${found.length} places of this transcript are marked as not understood; this is the first.`,
      remedy: 'Listen to these places again and write what is said.',
    };
  },
});
