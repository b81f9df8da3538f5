import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles } from '../../src/node/project-files.ts';
import { project, temporaryFolder } from './project.ts';

test('lists every file below a folder, in code-unit order, with /', async () => {
  const root = project({ 'episodes/b.md': '', 'episodes/Z.md': '', 'episodes/s1/é.md': '', 'episodes/s1/a.md': '' });
  const wanted = ['episodes/Z.md', 'episodes/b.md', 'episodes/one.md', 'episodes/s1/a.md', 'episodes/s1/é.md'];
  expect(await projectFiles(root).list('episodes')).toEqual(wanted);
  expect(await projectFiles(root).list('./episodes/')).toEqual(wanted);
  expect(await projectFiles(root).list('media')).toEqual([]);
});

test('does not list what systems and editors leave', async () => {
  const leftOvers = ['.DS_Store', '.one.md.swp', '~$one.docx', 'one.md~', '#one.md#', 'Thumbs.db', '.git/config'];
  const root = project(Object.fromEntries(leftOvers.map((name) => [`episodes/${name}`, ''])));
  expect(await projectFiles(root).list('episodes')).toEqual(['episodes/one.md']);
});

test('reads bytes; what is not a file is not there', async () => {
  const root = project({ 'media/one.mp3': 'sound' });
  const files = projectFiles(root);
  expect(Buffer.from((await files.read('media/one.mp3')) ?? '').toString()).toBe('sound');
  for (const path of ['media/none.mp3', 'media', 'show.md/x', 'media/\u0000', 'x'.repeat(5000), '']) {
    expect(await files.read(path), path).toBeUndefined();
  }
});

test('neither lists nor reads what lies outside the project, by whatever way', async () => {
  const root = project();
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'private.md'), 'private');
  symlinkSync(join(outside, 'private.md'), join(root, 'episodes/file.md'));
  symlinkSync(outside, join(root, 'episodes/folder'));
  symlinkSync(outside, join(root, 'media'));
  const files = projectFiles(root);
  expect(await files.list('episodes')).toEqual(['episodes/one.md']);
  expect(await files.list('media')).toEqual([]);
  expect(await files.list('..')).toEqual([]);
  const name = outside.split(/[/\\]/).at(-1);
  for (const path of [`../${name}/private.md`, join(outside, 'private.md'), 'episodes/file.md', 'media/private.md']) {
    expect(await files.read(path), path).toBeUndefined();
  }
});

test('follows links inside the project, and is not caught in a circle of them', async () => {
  const root = project();
  mkdirSync(join(root, 'episodes/s1'));
  symlinkSync('../one.md', join(root, 'episodes/s1/two.md'));
  symlinkSync('..', join(root, 'episodes/s1/circle'));
  symlinkSync('self', join(root, 'episodes/self'));
  expect(await projectFiles(root).list('episodes')).toEqual(['episodes/one.md', 'episodes/s1/two.md']);
  expect(await projectFiles(root).read('episodes/s1/two.md')).toBeDefined();
});

test.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
  const root = project();
  spawnSync('mkfifo', [join(root, 'episodes/pipe.md')]);
  expect(await projectFiles(root).read('episodes/pipe.md')).toBeUndefined();
  expect(await projectFiles(root).list('episodes')).toEqual(['episodes/one.md']);
});
