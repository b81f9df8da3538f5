import { z } from 'zod';
import { type SpokenWord, sentencesOfWords } from '../spoken-words.ts';
import type { Recogniser } from './recogniser.ts';

const schema = z.object({
  results: z
    .array(
      z.object({
        type: z.string(),
        start_time: z.number(),
        end_time: z.number(),
        alternatives: z.array(z.object({ content: z.string(), speaker: z.string().optional() })).optional(),
      }),
    )
    .min(1),
});

/** Speechmatics: words and punctuation as results of their own, speakers as `S1`. */
export const speechmatics: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  const words: SpokenWord[] = [];
  for (const { type, start_time, end_time, alternatives } of parsed.data.results) {
    const [best] = alternatives ?? [];
    const last = words.at(-1);
    if (best === undefined) continue;
    if (type === 'punctuation' && last !== undefined)
      words[words.length - 1] = { ...last, text: last.text + best.content };
    else
      words.push({
        text: best.content,
        label: best.speaker === 'UU' ? undefined : best.speaker,
        line: lineOf(best.content),
        startSeconds: start_time,
        endSeconds: end_time,
      });
  }
  return sentencesOfWords(words);
};
