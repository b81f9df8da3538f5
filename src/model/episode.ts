import { z } from 'zod';
import { parseDate, type ZonedInstant } from '../text/dates.ts';
import { parseTimeCode } from '../text/time-code.ts';
import type { Chapter } from './chapter.ts';
import { httpsUrl, text, textList, timeCode } from './fields.ts';
import { personSchema } from './person.ts';

/** Dates stay text in YAML and are read here, in the show's time zone. */
const dateIn = (timeZone: string) =>
  z.string().transform((value, context): ZonedInstant => {
    const parsed = parseDate(value, timeZone);
    if (parsed.kind === 'date') return parsed.value;
    const params = { expected: 'date', ...parsed, timeZone };
    context.addIssue({ code: 'custom', message: 'is not a date such as 2026-03-01 09:00', params });
    return z.NEVER;
  });

const chapterFields = z
  .strictObject({
    start: timeCode(),
    end: timeCode().optional(),
    title: text(),
    url: httpsUrl().optional(),
    image: text().optional(),
    listed: z.boolean().optional(),
  })
  .transform(({ start, end, ...rest }): Chapter => ({ startSeconds: start, endSeconds: end, ...rest }));

/** `00:12:30 Early help`: a chapter on one line. */
const chapterLine = z.string().transform((value, context): Chapter => {
  const [, start = '', title = ''] = /^\s*\(?([\d:.]+)\)?[\s–—-]+(.+?)\s*$/.exec(value) ?? [];
  const startSeconds = parseTimeCode(start);
  if (startSeconds !== undefined && title !== '') return { startSeconds, title };
  context.addIssue({
    code: 'custom',
    message: 'is not a chapter such as 00:12:30 Early help',
    params: { expected: 'chapter' },
  });
  return z.NEVER;
});

/** The frontmatter of `episodes/*.md`, with bare dates read in `timeZone` (IANA). */
export function episodeSchemaIn(timeZone: string) {
  return z.strictObject({
    title: text().meta({
      description: 'The episode name, as listeners see it. No season or episode number.',
      examples: ['Early help, explained'],
    }),
    date: dateIn(timeZone).meta({
      description: "When the episode is published, in the show's time zone. A future date schedules it.",
      examples: ['2026-03-01 09:00'],
    }),
    audio: text().meta({
      description: 'The audio: a file in media/, or an https address, where ppod measures it.',
      examples: ['media/early-help.mp3'],
    }),
    guid: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: 'A permanent id. Never change it once published.',
        examples: ['2f1c3b8e-6f0e-4a57-9c3d-1de0b2a4c9f7'],
      }),
    guidIsPermaLink: z
      .boolean()
      .default(false)
      .meta({
        description: 'true: the guid was published as a web address. Only for episodes that came from another host.',
        examples: [true],
      }),
    enclosure: z
      .strictObject({
        length: z.int().positive().optional(),
        type: text(),
        duration: timeCode().optional(),
      })
      .optional()
      .meta({
        description:
          'Of audio at an https address: its size in bytes, kind and length, as stated by its host. Then ppod does not ask there.',
        examples: [{ length: 22123456, type: 'audio/mpeg', duration: '00:30:31' }],
      }),
    draft: z
      .boolean()
      .default(false)
      .meta({ description: 'true: not published yet.', examples: [true] }),
    type: z
      .enum(['full', 'trailer', 'bonus'])
      .default('full')
      .meta({ description: 'full, trailer or bonus.', examples: ['full'] }),
    season: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'Season number.', examples: [1] }),
    episode: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'Episode number.', examples: [12] }),
    episodeName: text()
      .max(32)
      .optional()
      .meta({ description: 'How the number is shown.', examples: ['Part two'] }),
    summary: text()
      .max(4000)
      .optional()
      .meta({ description: 'One or two sentences of plain text.', examples: ['What early help is.'] }),
    artwork: text()
      .optional()
      .meta({ description: 'A cover for this episode: a file in media/.', examples: ['media/early-help.jpg'] }),
    explicit: z
      .boolean()
      .optional()
      .meta({ description: "When it differs from the show's.", examples: [true] }),
    advisory: z
      .union([text(), z.literal(false)])
      .optional()
      .meta({
        description: "A content advisory in place of the show's; false for none.",
        examples: ['Contains accounts of harm.'],
      }),
    people: z
      .array(personSchema)
      .default([])
      .meta({ description: 'Who takes part.', examples: [['Alex Reed']] }),
    guests: z
      .array(personSchema)
      .default([])
      .meta({ description: 'Guests, in short.', examples: [['Alex Reed']] }),
    transcript: z
      .union([text().transform((path) => [path]), textList()])
      .optional()
      .meta({
        description: 'The transcript, when it does not lie beside the episode.',
        examples: ['episodes/early-help.docx'],
      }),
    speechStart: timeCode()
      .optional()
      .meta({ description: 'When talk begins in the audio.', examples: ['00:00:12'] }),
    speechEnd: timeCode()
      .optional()
      .meta({ description: 'When talk ends in the audio.', examples: ['00:31:40'] }),
    chapters: z
      .union([text(), z.array(z.union([chapterLine, chapterFields]))])
      .optional()
      .meta({
        description: 'Chapters, or the path of a chapters file.',
        examples: [['00:00 Welcome', '02:10 Early help']],
      }),
    soundbites: z
      .array(z.strictObject({ start: timeCode(), duration: timeCode(), title: text().max(128).optional() }))
      .default([])
      .meta({ description: 'Short extracts to share.', examples: [[{ start: '00:05:10', duration: 30 }]] }),
    location: text()
      .max(128)
      .optional()
      .meta({ description: 'The area that the episode is about.', examples: ['Taunton'] }),
    license: text()
      .optional()
      .meta({ description: "When it differs from the show's.", examples: ['CC-BY-4.0'] }),
    link: httpsUrl()
      .optional()
      .meta({ description: "A page to link to in place of ppod's own.", examples: ['https://example.org/12'] }),
    tags: textList()
      .default([])
      .meta({ description: 'Words to find the episode by.', examples: [['early help']] }),
    slug: text()
      .regex(/^[^/\\?#%]+$/, 'must not contain / \\ ? # or %')
      .optional()
      .meta({ description: 'The folder name of the page, when not the file name.', examples: ['early-help'] }),
    block: z
      .boolean()
      .default(false)
      .meta({ description: 'true: Apple Podcasts hides the episode.', examples: [true] }),
    alternate: z
      .array(
        z.strictObject({
          file: text(),
          title: text().max(32).optional(),
          type: text().optional(),
          bitrate: z.int().positive().optional(),
          language: text().optional(),
        }),
      )
      .default([])
      .meta({ description: 'Other encodings of the same audio.', examples: [[{ file: 'media/early-help.opus' }]] }),
    withdrawn: z
      .union([z.boolean(), dateIn(timeZone), z.strictObject({ date: dateIn(timeZone), reason: text().optional() })])
      .optional()
      .meta({
        description: 'Takes the episode out of publication. The reason is never published.',
        examples: [{ date: '2026-04-01' }],
      }),
    waive: z
      .record(text(), text())
      .default({})
      .meta({
        description: 'Rules that this episode may break, each with a reason.',
        examples: [{ 'audio-bitrate': 'An old recording' }],
      }),
  });
}

export type Episode = z.output<ReturnType<typeof episodeSchemaIn>>;
