import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDist } from '../../src/node/dist-folder.ts';
import { buildInProcess, compileWriter, namedBy, outputs, type Plan, podcast, project, tree } from './project.ts';

const feed = 'feed.xml';
const media = { 'media/one.mp3': 'sound one', 'media/two.mp3': 'sound two', 'media/three.mp3': 'sound three' };
const before = podcast('before', {
  'index.html': 'one, two',
  'media/one.mp3': '=media/one.mp3',
  'media/two.mp3': '=media/two.mp3',
  'episodes/one/index.html': 'one',
  'episodes/one/transcript.txt': 'the same words',
  'episodes/two/index.html': 'two',
});
const after = podcast('after', {
  'index.html': 'one, three',
  'media/one.mp3': '=media/one.mp3',
  'media/three.mp3': '=media/three.mp3',
  'episodes/one/index.html': 'one, better told',
  'episodes/one/transcript.txt': 'the same words',
  'episodes/three/index.html': 'three',
});
const neither = podcast('neither', { 'index.html': 'nothing yet' });

let folder: string;
let writer: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ppod-writer-'));
  writer = await compileWriter(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The tree that a build into a new folder makes. */
async function freshTree(plan: Plan, name = feed): Promise<Record<string, string>> {
  const root = project(media);
  await writeDist(root, 'dist', outputs(plan), { feed: name });
  return tree(join(root, 'dist'));
}

const { [feed]: afterFeed = '', ...afterFiles } = after;
const renamed = { 'podcast.xml': afterFeed, ...afterFiles };

/** The texts of the feeds that are there, each of them whole and naming only what is there, whole. */
function soundFeeds(dist: string, plans: readonly Plan[]): string[] {
  const wholes = (path: string) =>
    plans.map((plan) => Object.entries(media).find(([name]) => plan[path] === `=${name}`)?.[1] ?? plan[path]);
  const texts = readdirSync(dist)
    .filter((path) => path.endsWith('.xml'))
    .map((path) => {
      const text = readFileSync(join(dist, path), 'utf8');
      expect(wholes(path)).toContain(text);
      return text;
    });
  for (const path of texts.flatMap(namedBy)) expect(wholes(path)).toContain(readFileSync(join(dist, path), 'utf8'));
  return texts;
}

describe('a build that is killed', () => {
  test.each([
    ['before', 'DIE_AT', after, feed],
    ['in the middle of', 'DIE_IN', after, feed],
    ['when the feed gets another name, before', 'DIE_AT', renamed, 'podcast.xml'],
  ])(
    '%s every change to the disk leaves whole feeds, and no trace after the next build',
    async (_, at, plan, name) => {
      const wanted = await freshTree(plan, name);
      const wantedOtherwise = await freshTree(neither);
      for (let call = 1; ; call += 1) {
        const root = project(media);
        const dist = join(root, 'dist');
        await writeDist(root, 'dist', outputs(before), { feed });
        const { signal } = await buildInProcess(writer, root, plan, { [at]: String(call), FEED: name });
        expect(soundFeeds(dist, [before, plan]), `killed at ${call}`).not.toEqual([]);
        // The next build has the same plan, or one that knows nothing of what was begun.
        if (call % 2 === 0) await writeDist(root, 'dist', outputs(plan), { feed: name });
        else await writeDist(root, 'dist', outputs(neither), { feed });
        expect(tree(dist), `killed at ${call}`).toEqual(call % 2 === 0 ? wanted : wantedOtherwise);
        if (signal !== 'SIGKILL') {
          expect(call).toBeGreaterThan(30);
          break;
        }
      }
    },
    120_000,
  );
});

test('stopped with SIGTERM, a build ends by that signal and leaves dist/ as it was', async () => {
  const root = project(media);
  await writeDist(root, 'dist', outputs(before), { feed });
  const earlier = tree(join(root, 'dist'));
  const { signal } = await buildInProcess(writer, root, after, { TERM_AT: '4' });
  expect(signal).toBe('SIGTERM');
  expect(tree(join(root, 'dist'))).toEqual(earlier);
});

test('two builds at once, each a process: dist/ is what one of them wrote, whole', async () => {
  const many = (name: string) =>
    podcast(name, {
      ...Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`episodes/${i}/index.html`, `${name} ${i}`])),
      [`episodes/${name}/index.html`]: name,
      'media/one.mp3': '=media/one.mp3',
    });
  const states = await Promise.all([freshTree(many('left')), freshTree(many('right'))]);
  const root = project(media);
  for (let round = 0; round < 4; round += 1) {
    const ended = await Promise.all(['left', 'right'].map((name) => buildInProcess(writer, root, many(name))));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(states).toContainEqual(tree(join(root, 'dist')));
  }
});

test('time zone, language and the order of files and outputs change no byte', async () => {
  const shuffled = Object.fromEntries(Object.entries(after).reverse());
  const root = project(Object.fromEntries(Object.entries(media).reverse()));
  await buildInProcess(writer, root, shuffled, {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(tree(join(root, 'dist'))).toEqual(await freshTree(after));
  expect(readdirSync(join(root, 'dist/.ppod'))).toEqual(['manifest.json']);
});
