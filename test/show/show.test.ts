import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { v5, version } from 'uuid';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { episodeSchemaIn } from '../../src/model/episode.ts';
import type { Person } from '../../src/model/person.ts';
import { showSchema } from '../../src/model/show.ts';
import { parseFrontmatter } from '../../src/text/frontmatter.ts';
import { joinTranscript } from '../../src/transcripts/join.ts';
import { parseTranscript } from '../../src/transcripts/read.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const bytesOf = (path: string) => statSync(join(root, path)).size;
const names = readdirSync(join(root, 'episodes')).sort();

const trueTimesSchema = z.record(
  z.string(),
  z.object({
    durationSeconds: z.number(),
    sentences: z.array(
      z.object({
        speaker: z.string().optional(),
        text: z.string(),
        startSeconds: z.number(),
        endSeconds: z.number(),
      }),
    ),
  }),
);

const show = showSchema.parse(parseFrontmatter(read('show.md')).data);
const trueTimes = trueTimesSchema.parse(JSON.parse(read('test/show/true-times.json')));
const episodes = names
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const slug = basename(name, '.md');
    const { data, body } = parseFrontmatter(read(`episodes/${name}`));
    const episode = episodeSchemaIn(show.timezone).parse(data);
    const people: readonly Person[] = [...episode.people, ...episode.guests];
    const source = `episodes/${names.find((other) => other.startsWith(`${slug}.transcript.`))}`;
    const parsed = parseTranscript(read(source), source, { people });
    const times = trueTimes[slug] ?? { durationSeconds: 0, sentences: [] };
    return { slug, episode, body, times, parsed, transcript: joinTranscript(parsed, source, people) };
  });

test('the guid of the show is the one that its first feed address gives', () => {
  const feed = new URL(show.feed, show.site).href.replace(/^https:\/\//, '');
  expect(show.guid).toBe(v5(feed, 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'));
});

test('every episode has a random guid and a date of its own', () => {
  const guids = episodes.map(({ episode }) => episode.guid ?? '');
  expect(guids.map((guid) => version(guid))).toEqual(guids.map(() => 4));
  expect(new Set(guids).size).toBe(guids.length);
  expect(new Set(episodes.map(({ episode }) => episode.date.epochMilliseconds)).size).toBe(episodes.length);
});

test('later episodes have higher numbers', () => {
  const byDate = episodes.toSorted((a, b) => a.episode.date.epochMilliseconds - b.episode.date.epochMilliseconds);
  const numbers = byDate.flatMap(({ episode: { season = 0, episode = 0 } }) => season * 100 + episode);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('media/ holds what the show names, and nothing else', () => {
  const named = episodes.flatMap(({ episode }) => [episode.audio, episode.artwork ?? show.artwork]);
  const held = readdirSync(join(root, 'media')).map((name) => `media/${name}`);
  expect(held.sort()).toEqual([...new Set([show.artwork, ...named])].sort());
});

test.each([
  { path: show.artwork, pixels: 3000, most: 500_000 },
  ...episodes.flatMap(({ episode }) => episode.artwork ?? []).map((path) => ({ path, pixels: 1400, most: 300_000 })),
])('$path is a cover that directories take', async ({ path, pixels, most }) => {
  const picture = await sharp(join(root, path)).metadata();
  expect(picture).toMatchObject({ format: 'jpeg', width: pixels, height: pixels, space: 'srgb', density: 72 });
  expect(picture).toMatchObject({ hasAlpha: false });
  expect(picture.exif).toBeUndefined();
  expect(bytesOf(path)).toBeLessThan(most);
});

describe.each(episodes)('$slug', ({ episode, body, times, parsed, transcript }) => {
  test('has audio of less than 600 kB', () => {
    expect(bytesOf(episode.audio)).toBeLessThan(600_000);
  });

  test('says that its audio is a synthetic stand-in', () => {
    expect(body).toContain('synthetic stand-in');
  });

  test('puts no words into the mouth of a real person', () => {
    const speakers = transcript.turns.flatMap(({ speaker }) => speaker?.name ?? []);
    expect([...new Set(speakers)].sort()).toEqual(['Narrator', 'Reader']);
  });

  test('has a transcript that is read without complaint and says what the audio says', () => {
    expect(parsed.problems).toEqual([]);
    const segments = transcript.turns.flatMap(({ paragraphs }) => paragraphs.flat());
    expect(segments.map(({ text }) => text).join(' ')).toBe(times.sentences.map(({ text }) => text).join(' '));
  });

  test('has true times that run forward and end within the audio', () => {
    const moments = times.sentences.flatMap(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]);
    expect(moments.length).toBeGreaterThan(0);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments.at(-1)).toBeLessThan(times.durationSeconds);
  });

  test('has chapters and extracts that begin with a sentence', () => {
    const { chapters = [], soundbites } = episode;
    expect(chapters).not.toBeTypeOf('string');
    const starts = typeof chapters === 'string' ? [] : chapters.map(({ startSeconds }) => startSeconds);
    for (const start of [...starts.slice(1), ...soundbites.map((extract) => extract.start)]) {
      expect(times.sentences.some(({ startSeconds }) => Math.abs(startSeconds - start) < 0.25)).toBe(true);
    }
    for (const { start, duration } of soundbites) expect(start + duration).toBeLessThan(times.durationSeconds);
  });
});

test.each(episodes.filter(({ transcript }) => transcript.isTimed))('$slug has cues at their true times', (entry) => {
  const cues = entry.transcript.turns.flatMap(({ speaker, paragraphs }) =>
    paragraphs
      .flat()
      .map(({ text, startSeconds, endSeconds }) => ({ speaker: speaker?.name, text, startSeconds, endSeconds })),
  );
  expect(cues).toEqual(entry.times.sentences);
});

test.each(episodes.filter(({ transcript }) => !transcript.isTimed))('$slug says when speech begins', (entry) => {
  const [first] = entry.times.sentences;
  const wait = (first?.startSeconds ?? 0) - (entry.episode.speechStart ?? 0);
  expect(wait).toBeGreaterThanOrEqual(0);
  expect(wait).toBeLessThan(1);
});
