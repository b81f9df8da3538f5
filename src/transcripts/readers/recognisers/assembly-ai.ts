import { z } from 'zod';
import { sentencesOfWords } from '../spoken-words.ts';
import { numberedLabel, type Recogniser } from './recogniser.ts';

const schema = z.object({
  words: z
    .array(z.object({ text: z.string(), start: z.number(), end: z.number(), speaker: z.string().nullish() }))
    .min(1),
  text: z.string().nullish(),
});

/** AssemblyAI: words with times in milliseconds and speakers by letter. */
export const assemblyAi: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  return sentencesOfWords(
    parsed.data.words.map(({ text, start, end, speaker }) => ({
      text,
      label: numberedLabel(speaker),
      line: lineOf(text),
      startSeconds: start / 1000,
      endSeconds: end / 1000,
    })),
  );
};
