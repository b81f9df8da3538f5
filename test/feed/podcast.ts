import { type Episode, episodeSchemaIn } from '../../src/model/episode.ts';
import type { AudioInfo } from '../../src/model/media.ts';
import type { Podcast, PublishedEpisode, PublishedImage } from '../../src/model/project.ts';
import { type Show, showSchema } from '../../src/model/show.ts';
import type { ZonedInstant } from '../../src/text/dates.ts';

export const site = 'https://podcast.example.org/show/';

const timeZone = 'Europe/London';

const audio: AudioInfo = {
  container: 'mp3',
  mimeType: 'audio/mpeg',
  codec: 'MP3',
  durationSeconds: 1843.6,
  bitrate: 96_000,
  isVariableBitrate: false,
  hasSeekHeader: true,
  sampleRate: 44_100,
  channels: 1,
  tags: { all: [] },
  chapters: [],
  picture: undefined,
  isFastStart: undefined,
  faults: [],
};

export function image(name: string, width = 3000): PublishedImage {
  const path = `media/${name}`;
  const mimeType = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  return { source: path, path, url: site + path, bytes: 4000, mimeType, width, height: width };
}

export function zoned(iso: string, offsetMinutes: number): ZonedInstant {
  return { epochMilliseconds: Date.parse(iso), offsetMinutes };
}

/** Frontmatter of show.md as its author would write it. */
function makeShow(fields: Record<string, unknown> = {}): Show {
  return showSchema.parse({
    title: 'Tides & Tales',
    site,
    language: 'en-GB',
    author: 'Harbour Partnership',
    categories: ['Government'],
    artwork: 'media/cover.jpg',
    explicit: false,
    timezone: timeZone,
    ...fields,
  });
}

function makeFrontmatter(fields: Record<string, unknown> = {}): Episode {
  return episodeSchemaIn(timeZone).parse({
    title: 'The night the tide forgot',
    date: '2026-06-15 19:00',
    audio: 'media/tide.mp3',
    ...fields,
  });
}

export function makeEpisode({
  slug = 'tide',
  frontmatter = {},
  notes = 'What happened on the quay.',
  ...fields
}: Partial<Omit<PublishedEpisode, 'frontmatter'>> & {
  frontmatter?: Record<string, unknown>;
  notes?: string;
} = {}): PublishedEpisode {
  const parsed = makeFrontmatter({ audio: `media/${slug}.mp3`, ...frontmatter });
  const path = `media/${slug}.mp3`;
  return {
    file: `episodes/${slug}.md`,
    slug,
    guid: `urn:example:${slug}`,
    date: parsed.date,
    frontmatter: parsed,
    texts: { notes, summary: 'What happened on the quay.' },
    advisory: undefined,
    explicit: false,
    people: [],
    enclosure: { source: path, path, url: site + path, bytes: 22_123_456, mimeType: 'audio/mpeg', audio },
    alternates: [],
    artwork: undefined,
    chapters: [],
    pictures: [],
    transcript: undefined,
    digest: slug,
    pageUrl: `${site}episodes/${slug}/`,
    ...fields,
  };
}

export function makePodcast({
  show = {},
  ...fields
}: Partial<Omit<Podcast, 'show'>> & { show?: Record<string, unknown> } = {}): Podcast {
  const episodes = fields.episodes ?? [makeEpisode()];
  return {
    show: makeShow(show),
    site,
    feedUrl: `${site}feed.xml`,
    guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    description: 'Stories from a harbour town.',
    artwork: image('cover.jpg'),
    hosts: [],
    pictures: [],
    withdrawn: [],
    updated: episodes[0]?.date ?? zoned('2026-01-01T00:00:00Z', 0),
    ...fields,
    episodes,
  };
}

/** A podcast in which every field that the feed can express is filled. */
export function richPodcast(): Podcast {
  return makePodcast({
    show: {
      title: 'Tides & Tales',
      categories: ['Society & Culture > Documentary', 'Government', 'Society & Culture > Places & Travel'],
      email: 'podcast@example.org',
      publishEmail: true,
      owner: 'Harbour Council',
      type: 'serial',
      copyright: 'Harbour Partnership',
      license: 'cc-by-4.0',
      locked: true,
      funding: [{ url: 'https://example.org/give?a=1&b=2', text: 'Give "a little"' }],
      complete: true,
      block: true,
      newFeedUrl: 'https://new.example.org/feed.xml',
      hub: 'https://hub.example.org/',
      location: { name: 'Harbour Town', geo: 'geo:51.2,-3.1', osm: 'R12345', country: 'GB' },
      seasons: { 1: 'First & last steps' },
      txt: [{ purpose: 'verify', text: 'abc-123' }, { text: 'two\nlines' }],
      comments: false,
      podroll: [
        {
          feedGuid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
          feedUrl: 'https://friends.example.org/feed.xml',
          title: 'Friends',
        },
      ],
      updateFrequency: { text: 'Monthly', rrule: 'FREQ=MONTHLY', dtstart: '2026-01-01T09:00:00Z', complete: false },
      footer: 'Write to podcast@example.org.',
    },
    description: 'Stories from a harbour town.\n\n- Interviews\n- Walks\n',
    hosts: [
      { name: 'Sam Field', role: 'Host', url: 'https://example.org/sam', image: `${site}media/sam.jpg`, aliases: [] },
    ],
    pictures: [image('sam.jpg', 400)],
    episodes: [
      fullEpisode(),
      makeEpisode({ slug: 'winter', frontmatter: { title: 'Winter', date: '2026-01-10 09:00' } }),
      trailer(),
    ],
  });
}

function fullEpisode(): PublishedEpisode {
  return makeEpisode({
    slug: 'tide',
    guid: '2f1c3b8e-6f0e-4a57-9c3d-1de0b2a4c9f7',
    frontmatter: {
      title: 'The night the tide forgot & other tales',
      date: '2026-06-15 19:00',
      season: 1,
      episode: 2,
      episodeName: 'Part two',
      soundbites: [{ start: '01:13', duration: 60, title: 'Why "tides" turn' }],
      location: 'North quay',
      license: 'OGL-UK-3.0',
      block: true,
    },
    notes: [
      'Two reports, & how to read them:',
      '- [The annual report](https://www.gov.uk/government/publications/report?a=1&b=2)\n- [Our page](../../about/)',
      'Write to podcast@example.org.',
    ].join('\n\n'),
    advisory: 'Contains accounts of harm.',
    explicit: true,
    people: [
      { name: 'Sam Field', role: 'Host', url: 'https://example.org/sam', image: `${site}media/sam.jpg`, aliases: [] },
      { name: 'Alex Reed', role: 'Guest', organisation: 'Coastal Trust', aliases: [] },
      { name: 'Kim Long', role: 'sound designer', aliases: [] },
    ],
    alternates: [
      {
        source: 'media/tide.opus',
        path: 'media/tide.opus',
        url: `${site}media/tide.opus`,
        bytes: 9_000_000,
        mimeType: 'audio/ogg',
        title: 'Small',
        bitrate: 32_000,
        language: 'en-GB',
      },
    ],
    artwork: image('tide.jpg'),
    chapters: [
      { startSeconds: 0, title: 'Welcome' },
      {
        startSeconds: 95.25,
        title: 'Early help & advice',
        url: 'https://example.org/help',
        image: `${site}media/help.jpg`,
      },
      { startSeconds: 600, title: 'A silent picture', listed: false },
      { startSeconds: 1200, endSeconds: 1800, title: 'What next?' },
    ],
    pictures: [image('help.jpg', 600)],
    transcript: {
      source: 'episodes/tide.transcript.vtt',
      format: 'webvtt',
      isTimed: true,
      turns: [
        {
          speaker: { name: 'Sam Field' },
          paragraphs: [[{ text: 'Welcome to the quay.', startSeconds: 0, endSeconds: 2, line: 3 }]],
        },
      ],
    },
  });
}

function trailer(): PublishedEpisode {
  return makeEpisode({
    slug: 'trailer',
    frontmatter: { title: 'Coming soon', date: '2025-12-01 09:00', type: 'trailer', season: 1 },
  });
}
