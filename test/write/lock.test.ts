import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { writeDist } from '../../src/node/dist-folder.ts';
import type { OutputFile } from '../../src/outputs/output.ts';
import { project } from './project.ts';

const thisHost = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const deadProcess = spawnSync(process.execPath, ['-e', '']).pid;

/** Leaves the claim of another build in dist/. */
function claim(root: string, host: string, pid: number, ageSeconds = 0): string {
  const state = join(root, 'dist/.ppod');
  mkdirSync(state, { recursive: true });
  const path = join(state, `build-${host}-${pid}-0`);
  writeFileSync(path, '');
  const then = Date.now() / 1000 - ageSeconds;
  utimesSync(path, then, then);
  return path;
}

const feed: OutputFile[] = [{ path: 'feed.xml', contents: '<rss/>' }];

test('builds at once take turns, also where a dead build left its claim', async () => {
  const root = project();
  claim(root, thisHost, deadProcess);
  let atWork = 0;
  let most = 0;
  async function* slow(name: string): AsyncIterable<OutputFile> {
    atWork += 1;
    most = Math.max(most, atWork);
    for (const path of ['a', 'b', 'c', 'feed.xml']) {
      await delay(5);
      yield { path, contents: name };
    }
    atWork -= 1;
  }
  let waited = 0;
  const options = { feed: 'feed.xml', onWaiting: () => (waited += 1) };
  await Promise.all(['1', '2', '3', '4', '5'].map((name) => writeDist(root, 'dist', slow(name), options)));
  expect(most).toBe(1);
  expect(waited).toBeGreaterThan(0);
  expect(readdirSync(join(root, 'dist/.ppod'))).toEqual(['manifest.json']);
});

test.each([
  ['of a process that is gone', thisHost, deadProcess, 0],
  ['of an earlier process with our number, as containers have it', thisHost, process.pid, 250],
  ['of a living process that says nothing for long', thisHost, process.ppid, 400],
  ['of another computer that says nothing for long', '01234567', 1, 400],
])('a claim %s does not hold a build up', async (_, host, pid, age) => {
  const root = project();
  claim(root, host, pid, age);
  await writeDist(root, 'dist', feed, { feed: 'feed.xml', patience: 0 });
  expect(readdirSync(join(root, 'dist/.ppod'))).toEqual(['manifest.json']);
});

test.each([
  ['another process', thisHost, process.ppid],
  ['another computer', '01234567', 1],
])('a living build of %s is waited for, then the build is refused and nothing is written', async (_, host, pid) => {
  const root = project();
  const path = claim(root, host, pid);
  let waited = 0;
  const refused = writeDist(root, 'dist', feed, { feed: 'feed.xml', patience: 100, onWaiting: () => (waited += 1) });
  await expect(refused).rejects.toMatchObject({ reason: 'busy' });
  expect(waited).toBe(1);
  expect(readdirSync(join(root, 'dist/.ppod'))).toEqual([path.split(/[/\\]/).at(-1)]);
});

test('a build that lost its right while the computer slept changes nothing', async () => {
  const root = project();
  async function* files(): AsyncIterable<OutputFile> {
    yield* feed;
    const state = join(root, 'dist/.ppod');
    for (const name of readdirSync(state).filter((name) => name.startsWith('build-'))) rmSync(join(state, name));
  }
  await expect(writeDist(root, 'dist', files(), { feed: 'feed.xml' })).rejects.toMatchObject({ reason: 'busy' });
  expect(readdirSync(join(root, 'dist'))).toEqual([]);
});
