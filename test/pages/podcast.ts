import { episodeSchemaIn } from '../../src/model/episode.ts';
import type { Podcast, PublishedEpisode, PublishedImage } from '../../src/model/project.ts';
import { showSchema } from '../../src/model/show.ts';
import type { Segment, Transcript, Turn } from '../../src/model/transcript.ts';
import { episodeFolder, urlOf } from '../../src/model/urls.ts';
import { parseDate } from '../../src/text/dates.ts';
import { excerpt } from '../../src/text/excerpt.ts';
import { markdownToText } from '../../src/text/markdown.ts';

const site = 'https://podcast.example.org/the-tide/';

const lines = [
  ['Robin Marsh', 'Welcome to the harbour.', 'Today we talk about the tide tables, and about who still reads them.'],
  [
    'Ade Okoro',
    'Thank you for asking me.',
    'I have kept the tables for eleven years.',
    'Nobody has ever asked me about them before.',
  ],
  ['Robin Marsh', 'Then let us begin with the oldest page.'],
  ['Ade Okoro', 'It is the page for the spring of the great flood.', 'You can see where the ink ran.'],
] as const;

/** Four turns of two speakers, with a line before and after that nobody speaks; timed at three seconds a sentence. */
export function transcript({ isTimed }: { readonly isTimed: boolean }): Transcript {
  let at = 0;
  const segment = (text: string): Segment => {
    const startSeconds = at;
    at += 3;
    return isTimed ? { text, startSeconds, endSeconds: at, line: 1 } : { text, line: 1 };
  };
  const turns: Turn[] = [
    { speaker: undefined, paragraphs: [[segment('This episode mentions flooding.')]] },
    ...lines.map(([name, ...texts]) => ({
      speaker: { name, ...(name === 'Ade Okoro' && { organisation: 'Harbour Board' }) },
      paragraphs: [texts.map(segment)],
    })),
    { speaker: undefined, paragraphs: [[segment('You have been listening to The Tide Table.')]] },
  ];
  return { source: 'episodes/x.transcript.vtt', format: isTimed ? 'webvtt' : 'plain', isTimed, turns };
}

/** As many hours of words in a fixed, irregular order, so that they compress no better than speech does; three seconds a sentence. */
export function longTranscript({ hours }: { readonly hours: number }): Transcript {
  const words = 'harbour tide ledger ink flood winter lamp rope bell gull chart north keeper stone salt ebb'.split(' ');
  let state = 7;
  const word = () => {
    state = (state * 48_271) % 2_147_483_647;
    return words[state % words.length] + (state % 5 === 0 ? String.fromCharCode(97 + (state % 26)) : '');
  };
  const segment = (index: number) => ({
    text: `${Array.from({ length: 8 }, word).join(' ')}.`,
    startSeconds: index * 3,
    endSeconds: index * 3 + 3,
    line: 1,
  });
  const turns = Array.from({ length: hours * 300 }, (_, index) => ({
    speaker: { name: index % 2 === 0 ? 'Robin Marsh' : 'Ade Okoro' },
    paragraphs: [[0, 1, 2, 3].map((offset) => segment(index * 4 + offset))],
  }));
  return { source: 'x.vtt', format: 'webvtt', isTimed: true, turns };
}

function image(path: string): PublishedImage {
  const facts = { source: path, bytes: 300_000, mimeType: 'image/jpeg', width: 3000, height: 3000 };
  return { path, url: urlOf(site, path), ...facts };
}

export interface EpisodeOptions {
  readonly frontmatter?: Readonly<Record<string, unknown>>;
  readonly published?: Partial<PublishedEpisode>;
  readonly notes?: string;
}

/** An episode as the pipeline joins it; `frontmatter` as it is written in YAML. */
export function episode(
  slug: string,
  {
    frontmatter = {},
    published = {},
    notes = 'What the *tide tables* are. See [the archive](https://archive.example.org/tables).',
  }: EpisodeOptions = {},
): PublishedEpisode {
  const content = episodeSchemaIn('Europe/London').parse({
    title: `About ${slug}`,
    date: '2026-03-01 09:00',
    audio: `media/${slug}.wav`,
    ...frontmatter,
  });
  const path = `media/${slug}.wav`;
  return {
    file: `episodes/${slug}.md`,
    slug,
    guid: `guid-${slug}`,
    date: content.date,
    frontmatter: content,
    texts: { notes, summary: excerpt(content.summary ?? markdownToText(notes), 240) || content.title },
    advisory: undefined,
    explicit: false,
    people: [
      { name: 'Robin Marsh', role: 'Host', aliases: [] },
      {
        name: 'Ade Okoro',
        role: 'Guest',
        organisation: 'Harbour Board',
        url: 'https://board.example.org/',
        aliases: [],
      },
    ],
    enclosure: {
      source: path,
      path,
      url: urlOf(site, path),
      bytes: 1_234_567,
      mimeType: 'audio/wav',
      audio: {
        container: 'wav',
        mimeType: 'audio/wav',
        codec: 'PCM',
        durationSeconds: 1862.4,
        bitrate: 64_000,
        isVariableBitrate: false,
        hasSeekHeader: true,
        sampleRate: 44_100,
        channels: 1,
        tags: { all: [] },
        chapters: [],
        picture: undefined,
        isFastStart: undefined,
        faults: [],
      },
    },
    alternates: [],
    artwork: undefined,
    chapters: [],
    pictures: [],
    transcript: undefined,
    digest: slug,
    pageUrl: urlOf(site, `${episodeFolder(slug)}/`),
    ...published,
  };
}

export interface PodcastOptions {
  readonly show?: Readonly<Record<string, unknown>>;
  readonly podcast?: Partial<Podcast>;
}

/** A show in memory, at a `site` with a path. */
export function podcast(episodes: readonly PublishedEpisode[], options: PodcastOptions = {}): Podcast {
  const show = showSchema.parse({
    title: 'The Tide Table',
    site,
    language: 'en-GB',
    author: 'Harbour Board',
    categories: ['Society & Culture'],
    artwork: 'media/cover.jpg',
    explicit: false,
    timezone: 'Europe/London',
    links: { apple: 'https://podcasts.example.com/tide', 'Pocket Casts': 'https://pca.example.com/tide' },
    ...options.show,
  });
  const start = parseDate('2026-03-01', 'UTC');
  return {
    show,
    site,
    feedUrl: urlOf(site, show.feed),
    guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    description: 'Conversations about the sea, its times and its people.',
    artwork: image('media/cover-1a2b3c4d.jpg'),
    hosts: [{ name: 'Robin Marsh', role: 'Host', aliases: [] }],
    pictures: [],
    episodes,
    withdrawn: [],
    updated: start.kind === 'date' ? start.value : { epochMilliseconds: 0, offsetMinutes: 0 },
    ...options.podcast,
  };
}

/** A show with every kind of page and of episode. */
export function wholeShow(): Podcast {
  return podcast(
    [
      episode('timed', {
        frontmatter: { title: 'The oldest page', season: 2, episode: 1, summary: 'Ink, water and patience.' },
        published: {
          advisory: 'This episode describes a flood.',
          transcript: transcript({ isTimed: true }),
          chapters: [
            { startSeconds: 0, title: 'Welcome' },
            { startSeconds: 17.9, title: 'The great flood', url: 'https://archive.example.org/flood' },
          ],
        },
      }),
      episode('untimed', {
        frontmatter: { date: '2026-02-01', season: 1, episode: 2, explicit: true },
        published: {
          explicit: true,
          transcript: transcript({ isTimed: false }),
          chapters: [{ startSeconds: 0, title: 'All of it' }],
        },
      }),
      episode('trailer', { frontmatter: { date: '2026-01-01', type: 'trailer' }, published: { people: [] } }),
    ],
    {
      show: {
        footer: 'Words that stand everywhere.',
        seasons: { '1': 'Low water' },
        email: 'tide@example.org',
        publishEmail: true,
      },
      podcast: { withdrawn: [{ slug: 'gone', title: 'An episode that is gone' }] },
    },
  );
}
