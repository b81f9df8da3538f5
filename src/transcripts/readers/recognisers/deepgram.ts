import { z } from 'zod';
import { sentencesOfWords } from '../spoken-words.ts';
import { numberedLabel, type Recogniser } from './recogniser.ts';

const words = z.array(
  z.object({
    word: z.string(),
    punctuated_word: z.string().optional(),
    start: z.number(),
    end: z.number(),
    speaker: z.number().optional(),
  }),
);
const schema = z.object({
  results: z.object({
    channels: z.array(z.object({ alternatives: z.array(z.object({ words })).min(1) })).min(1),
    utterances: z.array(z.object({ channel: z.number(), speaker: z.number().optional(), words })).optional(),
  }),
});

/** Deepgram: words by channel; its utterances are only pauses, but they alone put several channels in order. */
export const deepgram: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  const { channels, utterances } = parsed.data.results;
  const isMultichannel = channels.length > 1;
  const ordered =
    isMultichannel && utterances !== undefined
      ? utterances
      : channels.map(({ alternatives }, channel) => ({
          channel,
          speaker: undefined,
          words: alternatives[0]?.words ?? [],
        }));
  return sentencesOfWords(
    ordered.flatMap(({ channel, speaker, words: spoken }) =>
      spoken.map(({ word, punctuated_word, start, end, speaker: own }) => ({
        text: punctuated_word ?? word,
        label: numberedLabel(own ?? speaker ?? (isMultichannel ? channel : undefined)),
        line: lineOf(word),
        startSeconds: start,
        endSeconds: end,
      })),
    ),
  );
};
