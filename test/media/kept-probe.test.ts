import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { diskCache } from '../../src/node/cache.ts';
import { keptProbe } from '../../src/node/kept-probe.ts';
import { Looks } from '../../src/node/looks.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';
import type { MediaProbe } from '../../src/ports.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const [withHeader, withoutHeader, picture] = ['media/header.mp3', 'media/bare.mp3', 'media/cover.jpg'];
/** Younger files are not trusted to stay as they are. Milliseconds. */
const settling = 2100;

/** A folder with audio and a picture; each call of `program` is another run of ppod with the same cache. */
async function show() {
  const root = mkdtempSync(join(tmpdir(), 'ppod-kept-'));
  const cache = mkdtempSync(join(tmpdir(), 'ppod-cache-'));
  onTestFinished(() => {
    for (const folder of [root, cache]) rmSync(folder, { recursive: true });
  });
  mkdirSync(join(root, 'media'));
  copyFileSync(join(fixtures, 'cbr-info.mp3'), join(root, withHeader));
  copyFileSync(join(fixtures, 'vbr-bare.mp3'), join(root, withoutHeader));
  copyFileSync(join(fixtures, 'plain-72dpi.jpg'), join(root, picture));
  await delay(settling);
  const program = () => {
    const measured: string[] = [];
    const real = mediaProbe(root);
    const counting = (kind: keyof MediaProbe) => async (path: string) => {
      measured.push(path);
      return await real[kind](path);
    };
    const counted = { audio: counting('audio'), image: counting('image') };
    const probe = keptProbe(root, counted, new Looks(root), diskCache(cache));
    const ask = async () => [
      await probe.audio(withHeader),
      await probe.audio(withoutHeader),
      await probe.image(picture),
    ];
    return { measured, ask, keep: probe.keep };
  };
  const first = program();
  const facts = await first.ask();
  await first.keep();
  expect(first.measured).toEqual([withHeader, withoutHeader, picture]);
  return { root, cache, facts, program };
}

test('what has not changed is not measured again', async () => {
  const { facts, program } = await show();
  const second = program();
  expect(await second.ask()).toEqual(facts);
  expect(second.measured).toEqual([]);
  await second.keep();
  const third = program();
  expect(await third.ask()).toEqual(facts);
  expect(third.measured).toEqual([]);
});

test('a file that only lies anew is measured again, but not one that must be read whole', async () => {
  const { root, facts, program } = await show();
  for (const path of [withHeader, withoutHeader, picture]) {
    const bytes = readFileSync(join(root, path));
    rmSync(join(root, path));
    writeFileSync(join(root, path), bytes);
  }
  const { ask, measured } = program();
  expect(await ask()).toEqual(facts);
  expect(measured).toEqual([withHeader, picture]);
});

test('a change of the same size is seen, even when the time is set back', async () => {
  const { root, program } = await show();
  for (const path of [withHeader, withoutHeader]) {
    const file = join(root, path);
    const { atime, mtime } = statSync(file);
    const bytes = readFileSync(file);
    bytes.fill(0, bytes.length - 200);
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
  }
  const { ask, measured } = program();
  await ask();
  expect(measured).toEqual([withHeader, withoutHeader]);
});

test('what changes while it is measured, or is gone, is not kept', async () => {
  const { root, program } = await show();
  const during = program();
  await during.ask();
  writeFileSync(join(root, picture), readFileSync(join(fixtures, 'cbr-info.mp3')));
  rmSync(join(root, withHeader));
  await during.keep();
  const after = program();
  expect(await after.ask()).toMatchObject([
    { kind: 'failed', failure: { kind: 'missing' } },
    { kind: 'audio' },
    { kind: 'failed', failure: { kind: 'wrong-kind' } },
  ]);
  expect(after.measured).toEqual([withHeader, picture]);
});
