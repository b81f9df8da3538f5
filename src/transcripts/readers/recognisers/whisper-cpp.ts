import { z } from 'zod';
import { singleSpaced } from '../../reader.ts';
import { numberedLabel, type Recogniser } from './recogniser.ts';

const schema = z.object({
  transcription: z.array(
    z.object({
      offsets: z.object({ from: z.number(), to: z.number() }),
      text: z.string(),
      speaker: z.union([z.string(), z.number()]).nullish(),
    }),
  ),
});

/** whisper.cpp: segments with offsets in milliseconds. */
export const whisperCpp: Recogniser = (data, lineOf) => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  return parsed.data.transcription
    .filter(({ text }) => singleSpaced(text) !== '')
    .map(({ offsets, text, speaker }) => ({
      label: numberedLabel(speaker),
      text: singleSpaced(text),
      line: lineOf(text),
      startSeconds: offsets.from / 1000,
      endSeconds: offsets.to / 1000,
    }));
};
