import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, segmentsOf } from './published.ts';

/** So many times in a row people do not repeat a sentence of several words. */
const least = 4;

export const transcriptLoop = defineRule({
  id: 'transcript-loop',
  subject: 'episode',
  severity: 'warning',
  enforces: ['transcript-reviewed', 'transcript-faithful'],
  summary: 'A sentence of the transcript stands there again and again.',
  why: 'Speech recognition gets caught in music and silence and repeats the last sentence, and then misses what follows.',
  source: 'WAI media guide',
  remedy: 'Listen to that place and write what is said.',
  *check(entry) {
    const published = publishedTranscript(entry);
    if (published === undefined) return;
    let start = 0;
    const segments = published.transcript.turns.flatMap(segmentsOf);
    const sentences = segments.map(({ text }) => folded(text));
    for (let index = 1; index <= segments.length; index++) {
      const first = segments[start];
      if (first === undefined || sentences[index] === sentences[start]) continue;
      const times = index - start;
      start = index;
      if (times < least || (first.text.match(/\S+/g)?.length ?? 0) < 3) continue;
      yield {
        file: published.file.path,
        range: placeOf(published.file, first.line, first.text),
        message: `This sentence stands here ${times} times in a row, as when speech recognition is caught in a loop.`,
        remedy: 'Listen to this place and write what is said.',
      };
    }
  },
});

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
