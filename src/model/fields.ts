import { z } from 'zod';
import { parseTimeCode } from '../text/time-code.ts';

/** Field kinds that show.md and episodes share. Each says in its own message what was expected. */

export const text = () => z.string().trim().min(1);

export const httpsUrl = () => z.url({ protocol: /^https$/, hostname: z.regexes.domain });

/** `00:12:30`, `12:30` or a number of seconds, read as seconds. */
export const timeCode = () =>
  z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      const seconds = parseTimeCode(String(value));
      if (seconds !== undefined) return seconds;
      context.addIssue({ code: 'custom', message: 'is not a time such as 00:12:30', params: { expected: 'time' } });
      return z.NEVER;
    })
    .meta({ description: 'A time in the audio.', examples: ['00:12:30'] });

export const textList = () => z.array(text());
