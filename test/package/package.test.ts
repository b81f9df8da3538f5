import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, repository } from '../cli/project.ts';

/** The package as npm would publish it, unpacked in a folder without the repository's own files. */
function unpacked(): string {
  const folder = emptyFolder();
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed = spawnSync('npm', args, { cwd: repository, encoding: 'utf8' });
  expect(packed.status, packed.stderr).toBe(0);
  const [tarball = ''] = readdirSync(folder);
  expect(spawnSync('tar', ['-xzf', tarball], { cwd: folder }).status).toBe(0);
  // What npm would install beside it; the registry is not asked.
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

test('the packed program makes and builds a show in an empty folder', () => {
  const folder = unpacked();
  const { bin }: { bin: { ppod: string } } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
  const work = join(folder, 'Mein Ördner');
  mkdirSync(work);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, 'package', bin.ppod), ...args], {
      cwd: work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], PPOD_CACHE: join(folder, 'cache') },
    });
  for (const args of [
    ['init', 'show'],
    ['-C', 'show', 'check'],
    ['-C', 'show', 'build'],
    ['-C', 'show', 'status'],
  ]) {
    const { status, stderr } = run(...args);
    expect(status, stderr).toBe(0);
  }
  expect(existsSync(join(work, 'show/dist/feed.xml'))).toBe(true);
  expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('it carries the program, its documentation and its licence, and nothing else', () => {
  const tops = readdirSync(join(unpacked(), 'package')).sort();
  expect(tops).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'build', 'docs', 'package.json', 'schemas']);
});
