import { z } from 'zod';
import type { Chapter } from './chapter.ts';

/** JSON chapters 1.x, as podcast apps read them; unknown keys are other people's extensions and pass. */
const chaptersFileSchema = z.object({
  chapters: z.array(
    z.object({
      startTime: z.number().min(0),
      endTime: z.number().min(0).optional(),
      title: z.string().optional(),
      url: z.string().optional(),
      img: z.string().optional(),
      toc: z.boolean().optional(),
    }),
  ),
});

/** Reads a JSON chapters file; `undefined` when it is not one. */
export function parseChaptersFile(text: string): readonly Chapter[] | undefined {
  const parsed = chaptersFileSchema.safeParse(parseJson(text));
  return parsed.data?.chapters.map(({ startTime, endTime, title, url, img, toc }) => ({
    startSeconds: startTime,
    endSeconds: endTime,
    title: title ?? '',
    url,
    image: img,
    listed: toc,
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
