import { z } from 'zod';
import { type Reader, singleSpaced, type Utterance } from '../reader.ts';
import { parseJsonSource } from './json-source.ts';
import { unknownJson } from './recogniser-json.ts';
import { sentencesOfWords } from './spoken-words.ts';

const schema = z.object({
  segments: z.array(
    z.object({
      speaker: z.string().nullish(),
      startTime: z.coerce.number().nonnegative(),
      endTime: z.coerce.number().nonnegative().nullish(),
      body: z.string(),
    }),
  ),
});

/** JSON as the podcast namespace defines it, with a sentence, a line or a single word in each segment. */
export const podcastJson: Reader = {
  format: 'podcast-json',
  recognises: (text) =>
    /^\s*\{/.test(text) && /"segments"\s*:/.test(text) && /"startTime"\s*:/.test(text) && /"body"\s*:/.test(text),
  read(text) {
    const { data, problems, lineOf } = parseJsonSource(text);
    const parsed = schema.safeParse(data);
    if (!parsed.success) return { utterances: [], problems: [...problems, unknownJson()] };
    const segments = parsed.data.segments
      .map(
        ({ speaker, startTime, endTime, body }): Utterance => ({
          label: singleSpaced(speaker ?? '') || undefined,
          text: singleSpaced(body),
          line: lineOf(body),
          startSeconds: startTime,
          endSeconds: endTime ?? undefined,
        }),
      )
      .filter((segment) => segment.text !== '');
    const singleWords = segments.filter((segment) => !segment.text.includes(' '));
    const areWords = segments.length > 4 && singleWords.length > segments.length / 2;
    return { utterances: areWords ? sentencesOfWords(segments) : joinLines(segments), problems };
  },
};

/** Some hosts write each line of a caption as a segment of the same times: one caption again. */
function joinLines(segments: readonly Utterance[]): readonly Utterance[] {
  const joined: Utterance[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const isSame =
      last?.endSeconds !== undefined &&
      last.label === segment.label &&
      last.startSeconds === segment.startSeconds &&
      last.endSeconds === segment.endSeconds;
    if (isSame) joined[joined.length - 1] = { ...last, text: `${last.text} ${segment.text}` };
    else joined.push(segment);
  }
  return joined;
}
