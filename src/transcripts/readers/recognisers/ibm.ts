import { z } from 'zod';
import { type SpokenWord, sentencesOfWords } from '../spoken-words.ts';
import { numberedLabel, type Recogniser } from './recogniser.ts';

const part = z.object({
  results: z
    .array(
      z.object({
        alternatives: z.array(z.object({ timestamps: z.array(z.tuple([z.string(), z.number(), z.number()])) })).min(1),
      }),
    )
    .min(1),
  speaker_labels: z.array(z.object({ from: z.number(), speaker: z.number() })).optional(),
});
const schema = z.union([
  part.transform((whole) => [whole]),
  z.object({ results: z.array(part).min(1) }).transform(({ results }) => results),
]);

/** IBM Watson Speech to Text: phrases without punctuation, speakers in a list by start time; at once or as a job. */
export const ibm: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  return sentencesOfWords(
    parsed.data.flatMap(({ results, speaker_labels: labels }) => {
      const speakerAt = new Map(labels?.map(({ from, speaker }) => [from, speaker]));
      return results.flatMap(({ alternatives }) =>
        (alternatives[0]?.timestamps ?? []).map(
          ([text, startSeconds, endSeconds], index, all): SpokenWord => ({
            text,
            label: numberedLabel(speakerAt.get(startSeconds)),
            line: lineOf(text),
            startSeconds,
            endSeconds,
            endsPhrase: index === all.length - 1,
          }),
        ),
      );
    }),
  );
};
