import { z } from 'zod';
import { singleSpaced, type Utterance } from '../../reader.ts';
import { numberedLabel, type Recogniser } from './recogniser.ts';

const schema = z.object({
  segments: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      text: z.string(),
      speaker: z.string().nullish(),
      words: z
        .array(z.object({ word: z.string(), start: z.number().optional(), end: z.number().optional() }))
        .nullish(),
    }),
  ),
});

/** OpenAI's Whisper and its kin (faster-whisper, WhisperX): segments, on request with words and speakers. */
export const whisper: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  return parsed.data.segments
    .filter(({ text }) => singleSpaced(text) !== '')
    .map(
      ({ start, end, text, speaker, words }): Utterance => ({
        label: numberedLabel(speaker),
        text: singleSpaced(text),
        line: lineOf(text),
        startSeconds: start,
        endSeconds: end,
        words: words?.map((word) => ({
          text: singleSpaced(word.word),
          startSeconds: word.start,
          endSeconds: word.end,
        })),
      }),
    );
};
