import { z } from 'zod';
import { type SpokenWord, sentencesOfWords } from '../spoken-words.ts';
import { numberedLabel, type Recogniser } from './recogniser.ts';

/** `"12.900s"`, or seconds and nanoseconds apart. */
const time = z.union([
  z
    .string()
    .regex(/^[\d.]+s$/)
    .transform((text) => Number.parseFloat(text)),
  z
    .object({ seconds: z.coerce.number().default(0), nanos: z.number().default(0) })
    .transform(({ seconds, nanos }) => seconds + nanos / 1e9),
]);
const schema = z.object({
  results: z
    .array(
      z.object({
        alternatives: z
          .array(
            z.object({
              words: z
                .array(
                  z.object({
                    word: z.string(),
                    startTime: time.optional(),
                    endTime: time.optional(),
                    startOffset: time.optional(),
                    endOffset: time.optional(),
                    speakerTag: z.number().optional(),
                    speakerLabel: z.string().optional(),
                  }),
                )
                .min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** Google Cloud Speech-to-Text, version 1 or 2. With speakers, version 1 repeats every word in its last result. */
export const google: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  const phrases = parsed.data.results.map(({ alternatives }) => alternatives[0]?.words ?? []);
  const last = phrases.at(-1) ?? [];
  const repeats =
    phrases.length > 1 &&
    last.length >= phrases.slice(0, -1).flat().length &&
    last.some(({ speakerTag }) => speakerTag);
  return sentencesOfWords(
    (repeats ? [last] : phrases).flatMap((words) =>
      words.map(
        (word, index): SpokenWord => ({
          text: word.word,
          label: numberedLabel(word.speakerLabel ?? (word.speakerTag || undefined)),
          line: lineOf(word.word),
          startSeconds: word.startTime ?? word.startOffset,
          endSeconds: word.endTime ?? word.endOffset,
          endsPhrase: index === words.length - 1,
        }),
      ),
    ),
  );
};
