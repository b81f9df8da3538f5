import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeDist } from '../../src/node/dist-folder.ts';
import { explainFailure, MachineFailure } from '../../src/node/machine-failure.ts';
import type { OutputFile } from '../../src/outputs/output.ts';
import { outputs, podcast, project, tree } from './project.ts';

/** A disk of one megabyte, or `undefined` where this computer does not let us make one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'ppod-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

function remove(disk: string): void {
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
}

const probe = process.platform === 'linux' ? smallDisk() : undefined;
if (probe !== undefined) remove(probe);

describe.skipIf(probe === undefined)('on a small disk of its own (needs the right to mount one)', () => {
  function onSmallDisk() {
    const disk = smallDisk() ?? '';
    onTestFinished(() => remove(disk));
    return disk;
  }

  test.each([
    ['texts', { path: 'big.html', contents: 'x'.repeat(900_000) }],
    ['media', { path: 'media/one.mp3', copyOf: 'media/one.mp3' }],
  ] satisfies [string, OutputFile][])('too many %s: a plain sentence, and dist/ is as it was', async (_, big) => {
    const disk = onSmallDisk();
    const root = project({ 'media/one.mp3': 'x'.repeat(900_000) });
    const out = join(disk, 'dist');
    const files = outputs(podcast('old', { 'index.html': 'y'.repeat(300_000) }));
    await writeDist(root, out, files, { feed: 'feed.xml' });
    const earlier = tree(out);
    const next = [...outputs(podcast('new', { 'index.html': 'z' })), big];
    const failed = writeDist(root, out, next, { feed: 'feed.xml' });
    await expect(failed).rejects.toBeInstanceOf(MachineFailure);
    await expect(failed).rejects.toThrow('The disk is full');
    expect(tree(out)).toEqual(earlier);
    expect((await writeDist(root, out, files, { feed: 'feed.xml' })).written).toEqual([]);
  });

  test('media are copied where they cannot be linked, keep their time, and are left alone afterwards', async () => {
    const disk = onSmallDisk();
    const root = project({ 'media/one.mp3': 'sound' });
    const files = outputs(podcast('show', { 'media/one.mp3': '=media/one.mp3' }));
    await writeDist(root, join(disk, 'dist'), files, { feed: 'feed.xml' });
    const copy = statSync(join(disk, 'dist/media/one.mp3'));
    expect(copy.mtimeMs).toBeCloseTo(statSync(join(root, 'media/one.mp3')).mtimeMs, 2);
    const again = await writeDist(root, join(disk, 'dist'), files, { feed: 'feed.xml' });
    expect(again.written).toEqual([]);
    writeFileSync(join(root, 'media/one.mp3'), 'other');
    expect((await writeDist(root, join(disk, 'dist'), files, { feed: 'feed.xml' })).written).toEqual(['media/one.mp3']);
  });
});

test('a failed system call becomes a sentence about the file as the user knows it', () => {
  const error = Object.assign(new Error('EROFS: read-only file system, open'), { code: 'EROFS', syscall: 'open' });
  const explained = explainFailure(error, 'write', 'dist/feed.xml');
  expect(explained).toMatchObject({ code: 'EROFS', message: expect.stringContaining('dist/feed.xml') });
  expect(explainFailure(explained, 'read', 'another')).toBe(explained);
});

test('an error of another kind stays what it is', () => {
  const error = new TypeError('ours');
  expect(explainFailure(error, 'write', 'dist/feed.xml')).toBe(error);
});
