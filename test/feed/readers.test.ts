import { spawnSync } from 'node:child_process';
import { parseFeed } from 'podcast-partytime';
import { describe, expect, test } from 'vitest';
import { richPodcast, site } from './podcast.ts';
import { renderFeed } from './render.ts';

const podcast = richPodcast();
const xml = renderFeed(podcast);
const [episode] = podcast.episodes;

/** Programs that we did not write read the feed and find what the sources say. */
describe('podcast-partytime', () => {
  const read = parseFeed(xml);

  test('reads the channel', () => {
    expect(read).toMatchObject({
      title: podcast.show.title,
      link: site,
      description: '<p>Stories from a harbour town.</p> <ul><li>Interviews</li><li>Walks</li></ul>',
      language: 'en-GB',
      explicit: false,
      copyright: podcast.show.copyright,
      author: podcast.show.author,
      owner: { name: podcast.show.owner, email: podcast.show.email },
      itunesType: podcast.show.type,
      itunesImage: podcast.artwork.url,
      itunesBlock: true,
      itunesComplete: true,
      itunesNewFeedUrl: podcast.show.newFeedUrl,
      pubsub: { hub: podcast.show.hub, self: podcast.feedUrl },
      image: { url: podcast.artwork.url, title: podcast.show.title, link: site },
      lastBuildDate: new Date(podcast.updated.epochMilliseconds),
      guid: podcast.guid,
      locked: true,
      medium: podcast.show.medium,
      podcastFunding: [{ message: podcast.show.funding[0]?.text, url: podcast.show.funding[0]?.url }],
      podcastPeople: [{ name: 'Sam Field', role: 'Host', group: 'Cast', img: `${site}media/sam.jpg` }],
      podcastLocation: { name: 'Harbour Town', geo: 'geo:51.2,-3.1', osm: 'R12345' },
      license: { identifier: 'CC-BY-4.0' },
      podcastTxt: [{ value: 'abc-123', purpose: 'verify' }, { value: 'two\nlines' }],
      podroll: [{ feedGuid: podcast.show.podroll[0]?.feedGuid }],
    });
    expect(read?.itunesCategory).toContain('Society & Culture > Documentary');
    expect(read?.trailers?.map(({ url, length, season }) => ({ url, length, season }))).toEqual([
      { url: `${site}media/trailer.mp3`, length: 22_123_456, season: 1 },
    ]);
  });

  test('reads the episodes in their order', () => {
    expect(read?.items.map(({ guid }) => guid)).toEqual(podcast.episodes.map(({ guid }) => guid));
    expect(read?.items.map(({ pubDate }) => pubDate?.getTime())).toEqual(
      podcast.episodes.map(({ date }) => date.epochMilliseconds),
    );
  });

  test('reads an episode', () => {
    expect(read?.items[0]).toMatchObject({
      title: episode?.frontmatter.title,
      link: episode?.pageUrl,
      duration: 1844,
      explicit: true,
      itunesEpisode: 2,
      itunesEpisodeType: 'full',
      itunesImage: `${site}media/tide.jpg`,
      enclosure: { url: `${site}media/tide.mp3`, length: 22_123_456, type: 'audio/mpeg' },
      podcastPeople: [
        { name: 'Sam Field', role: 'Host', group: 'Cast' },
        { name: 'Alex Reed', role: 'Guest', group: 'Cast' },
        { name: 'Kim Long', role: 'Sound Designer', group: 'Audio Post-Production' },
      ],
      podcastSeason: { number: 1, name: 'First & last steps' },
      podcastEpisode: { number: 2, display: 'Part two' },
      podcastLocation: { name: 'North quay' },
      podcastChapters: { url: `${site}episodes/tide/chapters.json`, type: 'application/json+chapters' },
      podcastSoundbites: [{ startTime: 73, duration: 60, title: 'Why "tides" turn' }],
      license: { identifier: 'OGL-UK-3.0' },
    });
    expect(read?.items[0]?.podcastTranscripts?.map(({ url, language }) => ({ url, language }))).toEqual(
      ['vtt', 'srt', 'json', 'html', 'txt'].map((extension) => ({
        url: `${site}episodes/tide/transcript.${extension}`,
        language: 'en-GB',
      })),
    );
    expect(read?.items[0]?.alternativeEnclosures?.[0]).toMatchObject({
      type: 'audio/ogg',
      length: 9_000_000,
      bitrate: 32_000,
      source: [{ uri: `${site}media/tide.opus` }],
    });
  });
});

function run(command: string, args: readonly string[], input = '') {
  return spawnSync(command, args, { input, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
}

const pythons = ['python3', '/usr/bin/python3'];
const python = pythons.find((command) => run(command, ['-c', 'import podcastparser']).status === 0);
const hasXmllint = run('xmllint', ['--version']).status === 0;

const script = `
import io, json, sys, podcastparser
read = podcastparser.parse('${site}feed.xml', io.BytesIO(sys.stdin.buffer.read()))
read['episodes'].sort(key=lambda episode: -episode['published'])
json.dump(read, sys.stdout)
`;

test.skipIf(python === undefined)('podcastparser (skipped where Python does not have it) reads the feed', () => {
  const { stdout, stderr } = run(python ?? '', ['-c', script], xml);
  expect(stderr).toBe('');
  const read: unknown = JSON.parse(stdout);
  expect(read).toMatchObject({
    title: podcast.show.title,
    link: site,
    language: 'en-GB',
    generator: 'ppod 0.1.0',
    type: 'serial',
    explicit: false,
    itunes_author: podcast.show.author,
    itunes_owner: { name: podcast.show.owner, email: podcast.show.email },
    cover_url: podcast.artwork.url,
    episodes: podcast.episodes.map(({ guid, date, frontmatter, pageUrl, enclosure }) => ({
      guid,
      title: frontmatter.title,
      link: pageUrl,
      published: date.epochMilliseconds / 1000,
      total_time: 1844,
      enclosures: [{ url: enclosure.url, file_size: enclosure.bytes, mime_type: 'audio/mpeg' }],
    })),
  });
  expect(read).toMatchObject({
    episodes: [
      {
        number: 2,
        explicit: true,
        episode_art_url: `${site}media/tide.jpg`,
        chapters: [
          { start: 0, title: 'Welcome' },
          { start: 95, title: 'Early help & advice' },
          { start: 1200, title: 'What next?' },
        ],
      },
      {},
      {},
    ],
  });
});

test.skipIf(!hasXmllint)('xmllint (skipped where it is not installed) finds nothing to say', () => {
  expect(run('xmllint', ['--noout', '-'], xml)).toMatchObject({ status: 0, stderr: '' });
});
