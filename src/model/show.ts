import { z } from 'zod';
import { isTimeZone } from '../text/dates.ts';
import { httpsUrl, text, textList } from './fields.ts';
import { personSchema } from './person.ts';

const severitySetting = z.enum(['error', 'warning', 'info', 'off']);

const fundingPage = z.strictObject({ url: httpsUrl(), text: text().max(128) });

/** The frontmatter of `show.md`. The `.meta()` texts become findings, `docs/fields.md` and the editors' JSON Schema. */
export const showSchema = z.strictObject({
  title: text().meta({ description: 'The name of the show and nothing else.', examples: ['The P Pod'] }),
  site: httpsUrl()
    .refine((url) => !/[?#]/.test(url), { message: 'must not contain ? or #', params: { expected: 'site' } })
    .meta({
      description: 'The https address that the published pages will have. It may end in a folder.',
      examples: ['https://example.org/podcast/'],
    }),
  language: text().meta({ description: 'The language spoken, as a code.', examples: ['en-GB'] }),
  author: text().meta({ description: 'The organisation that publishes the show.', examples: ['Example Partnership'] }),
  categories: z.union([text().transform((category) => [category]), textList().min(1)]).meta({
    description: "One to three of Apple's categories, the most fitting first.",
    examples: [['Education > Courses']],
  }),
  artwork: text().meta({ description: 'The cover: a square JPEG or PNG in media/.', examples: ['media/cover.jpg'] }),
  explicit: z
    .boolean()
    .meta({ description: 'Whether the show contains strong language or similar.', examples: [false] }),
  email: z
    .email()
    .optional()
    .meta({
      description: "The owner's address, with which directories verify the show.",
      examples: ['podcast@example.org'],
    }),
  publishEmail: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether `email` is written into the public feed.', examples: [true] }),
  owner: text()
    .optional()
    .meta({ description: 'Who owns the show, when not the author.', examples: ['Example Council'] }),
  timezone: text()
    .refine(isTimeZone, { message: 'is not a time zone', params: { expected: 'timezone' } })
    .default('UTC')
    .meta({ description: 'The time zone of dates without an offset.', examples: ['Europe/London'] }),
  type: z
    .enum(['episodic', 'serial'])
    .default('episodic')
    .meta({
      description: 'serial: to be heard from the first episode on. episodic: in any order.',
      examples: ['episodic'],
    }),
  copyright: text()
    .optional()
    .meta({ description: 'The name of the rights holder.', examples: ['Example Partnership'] }),
  license: text()
    .optional()
    .meta({ description: 'A licence name, such as CC-BY-4.0.', examples: ['CC-BY-4.0'] }),
  hosts: z
    .array(personSchema)
    .default([])
    .meta({ description: 'The people who present the show.', examples: [['Sam Field']] }),
  guid: z
    .uuid()
    .optional()
    .meta({
      description: 'The permanent id of the show. Never change it.',
      examples: ['917393e3-1b1e-5cef-ace4-edaa54e1f810'],
    }),
  locked: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether other hosts are asked not to import the feed.', examples: [true] }),
  medium: z
    .enum(['podcast', 'music', 'video', 'film', 'audiobook', 'newsletter', 'blog', 'course'])
    .default('podcast')
    .meta({ description: 'What the show is made of.', examples: ['podcast'] }),
  funding: z
    .union([fundingPage.transform((page) => [page]), z.array(fundingPage)])
    .default([])
    .meta({
      description: 'Pages where listeners can give.',
      examples: [[{ url: 'https://example.org/give', text: 'Give' }]],
    }),
  complete: z
    .boolean()
    .default(false)
    .meta({ description: 'true: no further episode will ever come.', examples: [true] }),
  block: z
    .boolean()
    .default(false)
    .meta({ description: 'true: Apple Podcasts hides the show.', examples: [true] }),
  newFeedUrl: httpsUrl()
    .optional()
    .meta({
      description: 'Only while moving: the new address of the feed.',
      examples: ['https://example.org/new/feed.xml'],
    }),
  feed: text()
    .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, 'must be a plain file name')
    .default('feed.xml')
    .meta({ description: 'The file name of the feed.', examples: ['feed.xml'] }),
  mediaBase: httpsUrl()
    .optional()
    .meta({
      description: 'Where the audio is served, when not beside the pages. What is not in media/ is measured there.',
      examples: ['https://media.example.org/'],
    }),
  audioPrefix: httpsUrl()
    .optional()
    .meta({
      description: 'An address put before every audio address, to count downloads.',
      examples: ['https://op3.dev/e/'],
    }),
  advisory: text()
    .optional()
    .meta({
      description: 'A content advisory, shown before notes and transcripts.',
      examples: ['Contains accounts of harm.'],
    }),
  footer: text()
    .optional()
    .meta({
      description: "Markdown added to the end of every episode's notes.",
      examples: ['Write to us: podcast@example.org'],
    }),
  links: z
    .record(text(), httpsUrl())
    .default({})
    .meta({
      description: 'Where to follow the show, by platform.',
      examples: [{ apple: 'https://podcasts.apple.com/' }],
    }),
  vocabulary: z
    .record(text(), textList())
    .default({})
    .meta({
      description: 'Right spellings, each with the wrong ones that speech recognition writes.',
      examples: [{ 'The P Pod': ['Peapod', 'P-Pod'] }],
    }),
  pages: z
    .boolean()
    .default(true)
    .meta({ description: 'false: write no web pages.', examples: [false] }),
  search: z
    .boolean()
    .default(false)
    .meta({ description: 'true: pages can be searched.', examples: [true] }),
  socialCards: z
    .boolean()
    .default(false)
    .meta({ description: 'true: a picture to share for every episode.', examples: [true] }),
  waveform: z
    .boolean()
    .default(false)
    .meta({ description: 'true: the page of every MP3 draws its sound.', examples: [true] }),
  theme: z
    .strictObject({
      accent: text()
        .optional()
        .meta({ description: 'The colour of links and buttons.', examples: ['#005ea5'] }),
      background: text()
        .optional()
        .meta({ description: 'The page colour.', examples: ['#ffffff'] }),
      text: text()
        .optional()
        .meta({ description: 'The text colour.', examples: ['#1a1a1a'] }),
      logo: text()
        .optional()
        .meta({ description: 'A picture in media/.', examples: ['media/logo.png'] }),
      stylesheet: text()
        .optional()
        .meta({ description: 'A CSS file in media/.', examples: ['media/own.css'] }),
    })
    .optional()
    .meta({ description: 'Colours, logo and a stylesheet of your own.', examples: [{ accent: '#005ea5' }] }),
  hub: httpsUrl()
    .optional()
    .meta({ description: 'A WebSub hub that is really told of changes.', examples: ['https://hub.example.org/'] }),
  rules: z
    .record(text(), severitySetting)
    .default({})
    .meta({
      description: 'A severity for a rule: error, warning, info or off.',
      examples: [{ 'artwork-weight': 'off' }],
    }),
  allow: z
    .array(z.union([text(), z.number().transform(String)]))
    .default([])
    .meta({
      description: 'E-mail addresses and telephone numbers that may be published.',
      examples: [['podcast@example.org']],
    }),
  neverPublish: text()
    .optional()
    .meta({
      description: 'A file of names and terms, one a line, that must never appear.',
      examples: ['../private/names.txt'],
    }),
  location: z
    .union([
      text().transform((name) => ({ name })),
      z.strictObject({
        name: text().max(128),
        geo: z
          .string()
          .regex(/^geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?/, 'must look like geo:51.0,-3.1')
          .optional(),
        osm: z
          .string()
          .regex(/^[NWR]\d+$/, 'must look like R12345')
          .optional(),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'must be two capital letters')
          .optional(),
      }),
    ])
    .optional()
    .meta({ description: 'The area that the show is about; never a venue.', examples: ['Somerset, England'] }),
  seasons: z
    .record(z.string().regex(/^[1-9]\d*$/, 'must be a season number'), text().max(128))
    .default({})
    .meta({ description: 'Names of seasons, by number.', examples: [{ '1': 'First steps' }] }),
  txt: z
    .array(z.strictObject({ purpose: text().max(128).optional(), text: text().max(4000) }))
    .default([])
    .meta({
      description: 'Texts for machines, such as verification codes.',
      examples: [[{ purpose: 'verify', text: 'abc' }]],
    }),
  comments: z
    .boolean()
    .default(true)
    .meta({ description: 'false: ask apps to show no public comments on this show.', examples: [false] }),
  podroll: z
    .array(z.strictObject({ feedGuid: z.uuid(), feedUrl: httpsUrl().optional(), title: text().optional() }))
    .default([])
    .meta({
      description: 'Other shows that you recommend.',
      examples: [[{ feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810' }]],
    }),
  updateFrequency: z
    .strictObject({
      text: text().max(128),
      rrule: text().optional(),
      dtstart: text().optional(),
      complete: z.boolean().optional(),
    })
    .optional()
    .meta({ description: 'How often episodes come.', examples: [{ text: 'Monthly', rrule: 'FREQ=MONTHLY' }] }),
});

export type Show = z.output<typeof showSchema>;
