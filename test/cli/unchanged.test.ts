import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BuildRecord } from '../../src/node/build-record.ts';
import { machinePorts } from '../../src/node/machine-ports.ts';
import { ppodAsync } from './ppod-async.ts';
import { copyOfShow, emptyFolder } from './project.ts';

const episode = 'episodes/what-you-will-hear.md';
/** Younger files are not trusted to stay as they are. Milliseconds. */
const settling = 2100;

/** A show that was built when all its files had settled, and its record. */
async function builtShow() {
  const folder = copyOfShow();
  const cache = emptyFolder();
  const path = (name: string) => join(folder, name);
  // Something to report again.
  writeFileSync(path(episode), `${readFileSync(path(episode), 'utf8')}\nThis is the Peapod.\n`);
  const withoutPages = readFileSync(path('show.md'), 'utf8').replace(/^(?:search|socialCards|waveform): .*\n/gm, '');
  writeFileSync(path('show.md'), withoutPages.replace('---\n', '---\npages: false\n'));
  await delay(settling);
  const build = async (...flags: string[]) => await ppodAsync(folder, ['build', ...flags], { PPOD_CACHE: cache });
  const first = await build();
  expect(first.status, first.stderr).toBe(0);
  const records = () =>
    readdirSync(cache, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => file.endsWith('.json') && /^\{"key":"build /.test(readFileSync(file, 'utf8')));
  const [record = ''] = records();
  /** A whole build writes its record anew. */
  const stamp = () => `${statSync(record).ino} ${statSync(record).mtimeMs}`;
  return { path, build, first, record, stamp, records };
}

test('when nothing has changed, a build says the same again and does nothing', async () => {
  const { build, first, stamp } = await builtShow();
  const before = stamp();
  const again = await build();
  expect(stamp()).toBe(before);
  expect(again.status).toBe(0);
  expect(again.stderr).toContain('(0 files written,');
  const words = (text: string) => text.replace(/\(.*files written.*\)/, '');
  expect(words(again.stderr)).toBe(words(first.stderr));
  expect(again.stderr).toMatch(/warning {2}\S+/);
  expect(again.stdout).toBe('');
});

const changes: Readonly<Record<string, (path: (name: string) => string) => void>> = {
  'notes of the same size and time': (path) => {
    const { atime, mtime } = statSync(path(episode));
    writeFileSync(path(episode), readFileSync(path(episode), 'utf8').replace(/\w(?=\W*$)/, 'X'));
    utimesSync(path(episode), atime, mtime);
  },
  'an episode more': (path) => writeFileSync(path('episodes/new.md'), '---\ntitle: New\ndraft: true\n---\n'),
  'a transcript less': (path) => rmSync(path('episodes/sharing-information.transcript.srt')),
  'a file of dist/ lost': (path) => rmSync(path('dist/_headers')),
  'a file of dist/ meddled with': (path) => writeFileSync(path('dist/_headers'), 'mine'),
  'the list of dist/ lost': (path) => rmSync(path('dist/.ppod/manifest.json')),
};

test('after a change every build is a whole one', async () => {
  const outcomes = Object.entries(changes).map(async ([change, make]) => {
    const { path, build, stamp } = await builtShow();
    const before = stamp();
    make(path);
    await delay(settling);
    await build();
    const isRepaired = readFileSync(path('dist/_headers'), 'utf8') !== 'mine';
    return [change, stamp() === before ? 'repeated' : 'whole', isRepaired];
  });
  expect(await Promise.all(outcomes)).toEqual(Object.keys(changes).map((change) => [change, 'whole', true]));
}, 120_000);

test('a damaged record, other flags, and formats for programs lead to whole builds', async () => {
  const { build, record, records } = await builtShow();
  writeFileSync(record, readFileSync(record, 'utf8').slice(0, -9));
  expect((await build()).status).toBe(0);
  expect(readFileSync(record, 'utf8')).toMatch(/"value":.*\n.{22}$/);
  expect(JSON.parse((await build('--format', 'json')).stdout)).toHaveProperty('episodes', 4);
  await build('--drafts');
  expect(records()).toHaveLength(2);
});

test('a record holds until the next episode is due, and not before it was made', async () => {
  const root = copyOfShow();
  const kept = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
  await delay(settling);
  const record = new BuildRecord<string>(root, join(root, 'dist'), {}, cache);
  await record.watching(machinePorts(root, 0)).files.read('show.md');
  await record.keep('told', { from: 1000, until: 2000 });
  const at = (now: number | undefined) => new BuildRecord<string>(root, join(root, 'dist'), {}, cache).repeat(now);
  expect(await Promise.all([999, 1000, 1999, 2000, undefined].map(at))).toEqual([
    undefined,
    'told',
    'told',
    undefined,
    'told',
  ]);
});

test('what has only just changed is not relied on', async () => {
  const root = copyOfShow();
  const kept: unknown[] = [];
  const cache = { get: async () => undefined, set: async (_: string, value: unknown) => void kept.push(value) };
  const record = new BuildRecord<string>(root, join(root, 'dist'), {}, cache);
  await record.watching(machinePorts(root, 0)).files.read('show.md');
  await record.keep('told', { from: 0, until: undefined });
  expect(kept).toEqual([]);
});
