import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AudioInfo, Loudness } from '../../src/model/media.ts';
import { type Cache, cacheFolder, diskCache } from '../../src/node/cache.ts';
import { loudnessMeter } from '../../src/node/loudness-meter.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ppod-meter-'));
  folder = join(root, 'cache');
  mkdirSync(join(root, 'media'));
  copyFileSync(join(fixtures, 'cbr-info.mp3'), join(root, 'media/one.mp3'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function facts(path: string): Promise<AudioInfo> {
  const found = await mediaProbe(root).audio(path);
  if (found.kind !== 'audio') throw new Error(JSON.stringify(found));
  return found.audio;
}

const measure = async (path: string, cache: Cache): Promise<Loudness> =>
  loudnessMeter(root, cache).measure(path, await facts(path));

/** A cache that counts the reports it is given, which is how often something was measured. */
function counting(cache: Cache) {
  const set = vi.fn(cache.set);
  return {
    cache: { ...cache, set },
    reports: () => set.mock.calls.filter(([key]) => key.startsWith('loudness')).length,
  };
}

test('what was measured once is not measured again, under whatever name', async () => {
  const { cache, reports } = counting(diskCache(folder));
  const first = await measure('media/one.mp3', cache);
  expect(first).toMatchObject({ kind: 'measured', report: { image: 'mono' } });
  copyFileSync(join(root, 'media/one.mp3'), join(root, 'media/two.mp3'));
  expect(await measure('media/one.mp3', cache)).toEqual(first);
  expect(await measure('media/two.mp3', cache)).toEqual(first);
  expect(reports()).toBe(1);
});

test('other bytes are measured anew, even of the same size and date', async () => {
  const { cache, reports } = counting(diskCache(folder));
  const file = join(root, 'media/one.mp3');
  await measure('media/one.mp3', cache);
  const { atime, mtime } = statSync(file);
  const bytes = readFileSync(file);
  bytes.copy(bytes, 3000, 5000, 7000);
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
  await measure('media/one.mp3', cache);
  expect(reports()).toBe(2);
});

test('a damaged cache is as good as none', async () => {
  const cache = diskCache(folder);
  const first = await measure('media/one.mp3', cache);
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  expect(entries).toHaveLength(2);
  for (const damage of ['', '{"key":', 'null', '{"key":"another","value":{"durationSeconds":1}}']) {
    for (const entry of entries) writeFileSync(join(folder, entry), damage);
    expect(await measure('media/one.mp3', cache)).toEqual(first);
  }
  for (const entry of entries) {
    const kept = readFileSync(join(folder, entry), 'utf8');
    // One digit of one figure.
    writeFileSync(join(folder, entry), kept.replace(/"durationSeconds":\d/, '"durationSeconds":9'));
  }
  expect(await measure('media/one.mp3', cache)).toEqual(first);
  for (const entry of entries) {
    const [kept = ''] = readFileSync(join(folder, entry), 'utf8').split('\n');
    await cache.set(JSON.parse(kept).key, { durationSeconds: 'long', waveform: 3 });
  }
  expect(await measure('media/one.mp3', cache)).toEqual(first);
});

test('a cache that cannot be written costs nothing but time', async () => {
  writeFileSync(folder, 'a file where the folder should be');
  expect((await measure('media/one.mp3', diskCache(folder))).kind).toBe('measured');
});

test('no drafts are left in the cache', async () => {
  const cache = diskCache(folder);
  await Promise.all(Array.from({ length: 8 }, () => cache.set('key', { some: 'value' })));
  expect(await cache.get('key')).toEqual({ some: 'value' });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.includes('.json'))).toHaveLength(1);
});

test('what cannot be measured says why, and is tried again the next time', async () => {
  copyFileSync(join(fixtures, 'chapters.m4a'), join(root, 'media/talk.m4a'));
  const { cache, reports } = counting(diskCache(folder));
  vi.stubEnv('PATH', folder);
  try {
    expect(await measure('media/talk.m4a', cache)).toEqual({
      kind: 'unmeasured',
      reason: 'needs the program ffmpeg, which is not installed here',
    });
  } finally {
    vi.unstubAllEnvs();
  }
  expect(reports()).toBe(0);
  const audio = await facts('media/talk.m4a');
  expect((await loudnessMeter(root, cache).measure('../talk.m4a', audio)).kind).toBe('unmeasured');
  expect((await loudnessMeter(root, cache).measure('media/nowhere.m4a', audio)).kind).toBe('unmeasured');
});

test('many files at once all get their answer', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `media/${i}.mp3`);
  for (const [i, name] of names.entries()) {
    copyFileSync(join(fixtures, 'cbr-bare.mp3'), join(root, name));
    appendFileSync(join(root, name), `APETAGEX${i}`);
  }
  const meter = loudnessMeter(root, diskCache(folder));
  const found = await Promise.all(names.map(async (name) => meter.measure(name, await facts(name))));
  expect(found.map((loudness) => loudness.kind)).toEqual(names.map(() => 'measured'));
});

describe('the cache folder', () => {
  test('is where the system keeps what may be deleted, unless told otherwise', () => {
    expect(cacheFolder({ PPOD_CACHE: '/elsewhere', XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/elsewhere');
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe(join('/x', 'ppod'));
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toMatch(/[\\/]\.cache[\\/]ppod$/);
    expect(cacheFolder({}, 'darwin')).toMatch(/Library[\\/]Caches[\\/]ppod$/);
    expect(cacheFolder({ LOCALAPPDATA: 'local' }, 'win32')).toBe(join('local', 'ppod'));
  });
});

const built = join(import.meta.dirname, '../../build/index.js');

test.skipIf(!existsSync(built))('the built program measures on a thread of its own, to the same result', async () => {
  const script = `
    const { machinePorts } = await import(process.argv[1]);
    const meter = machinePorts(process.argv[2], 0).waveforms;
    console.log(JSON.stringify(await meter.measure('media/one.mp3', JSON.parse(process.argv[3]))));`;
  const audio = JSON.stringify(await facts('media/one.mp3'));
  const options = ['--input-type=module', '-e', script, pathToFileURL(built).href, root, audio];
  const { stdout, stderr } = spawnSync(process.execPath, options, {
    encoding: 'utf8',
    env: { ...process.env, PPOD_CACHE: folder },
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(await measure('media/one.mp3', diskCache(join(root, 'other'))));
});
