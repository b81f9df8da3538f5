import { z } from 'zod';
import { type SpokenWord, sentencesOfWords } from '../spoken-words.ts';
import type { Recogniser } from './recogniser.ts';

const time = z.coerce.number();
const schema = z.object({
  results: z.object({
    items: z.array(
      z.object({
        type: z.enum(['pronunciation', 'punctuation']),
        start_time: time.optional(),
        end_time: time.optional(),
        speaker_label: z.string().optional(),
        alternatives: z.array(z.object({ content: z.string() })).min(1),
      }),
    ),
    speaker_labels: z
      .object({
        segments: z.array(
          z.object({
            items: z.array(z.object({ start_time: time, speaker_label: z.string().optional() })),
            speaker_label: z.string(),
          }),
        ),
      })
      .optional(),
  }),
});

/** Amazon Transcribe: words, punctuation as items of its own, speakers beside the words or in a list by start time. */
export const aws: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  const { items, speaker_labels: labels } = parsed.data.results;
  const labelAt = new Map<number, string>(
    (labels?.segments ?? []).flatMap((segment) =>
      segment.items.map((item) => [item.start_time, item.speaker_label ?? segment.speaker_label] as const),
    ),
  );
  const words: SpokenWord[] = [];
  for (const { type, start_time, end_time, speaker_label, alternatives } of items) {
    const content = alternatives[0]?.content ?? '';
    const last = words.at(-1);
    if (type === 'punctuation' && last !== undefined) words[words.length - 1] = { ...last, text: last.text + content };
    else {
      const label = speaker_label ?? (start_time === undefined ? undefined : labelAt.get(start_time));
      words.push({ text: content, label, line: lineOf(content), startSeconds: start_time, endSeconds: end_time });
    }
  }
  return sentencesOfWords(words);
};
