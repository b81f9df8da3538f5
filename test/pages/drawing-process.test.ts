import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfShow, emptyFolder, ppod } from '../cli/project.ts';

/** Ends the process that draws with a status before it has drawn, as often as the file `MARK` is long: as a decoder does that crashes. */
const crash = `
const { readFileSync, writeFileSync } = require('node:fs');
if (process.argv[1]?.endsWith('drawing-worker.js')) {
  const left = readFileSync(process.env.MARK, 'utf8');
  writeFileSync(process.env.MARK, left.slice(1));
  if (left !== '') process.exit(Number(process.env.STATUS));
}`;

function crashing(times: number, status: number) {
  const folder = emptyFolder();
  const [script, mark] = [join(folder, 'crash.cjs'), join(folder, 'mark')];
  writeFileSync(script, crash);
  writeFileSync(mark, '.'.repeat(times));
  const env = { NODE_OPTIONS: `--require "${script}"`, MARK: mark, STATUS: String(status), PPOD_CACHE: emptyFolder() };
  return { env, left: () => readFileSync(mark, 'utf8').length };
}

test.each([
  ['a crash at a picture', 7],
  ['a process that always ends early', 0],
])('%s is told in words, and nothing is published', (_name, code) => {
  const folder = copyOfShow();
  const show = readFileSync(join(folder, 'show.md'), 'utf8');
  // What needs words in pictures asks first whether that can be done.
  writeFileSync(join(folder, 'show.md'), show.replace('socialCards: true', 'socialCards: false'));
  const { env, left } = crashing(100, code);
  const { status, stderr } = ppod(folder, ['build'], env);
  expect(left()).toBeLessThan(100);
  expect(stderr).toContain('Pictures could not be made: the program that draws them failed at the-p-pod.jpg.');
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(3);
  expect(existsSync(join(folder, 'dist/feed.xml'))).toBe(false);
});

test('a system that starts no process is no reason to publish without pictures', () => {
  const folder = copyOfShow();
  const show = readFileSync(join(folder, 'show.md'), 'utf8');
  writeFileSync(join(folder, 'show.md'), show.replace('socialCards: true', 'socialCards: false'));
  const script = join(emptyFolder(), 'full.cjs');
  writeFileSync(
    script,
    `require('node:child_process').fork = () => { throw Object.assign(new Error('spawn ENOMEM'), { code: 'ENOMEM' }); };
require('node:module').syncBuiltinESMExports();`,
  );
  const env = { NODE_OPTIONS: `--require "${script}"`, PPOD_CACHE: emptyFolder() };
  const { status, stderr } = ppod(folder, ['build'], env);
  expect(stderr).toContain('Pictures could not be made');
  expect(status).toBe(3);
  expect(existsSync(join(folder, 'dist/feed.xml'))).toBe(false);
});

test('a process that ended just when something came for it is followed by another', () => {
  const folder = copyOfShow();
  const { env, left } = crashing(1, 0);
  expect(ppod(folder, ['build'], env)).toMatchObject({ status: 0 });
  expect(left()).toBe(0);
  expect(ppod(folder, ['build', '--out', 'other'], { PPOD_CACHE: emptyFolder() })).toMatchObject({ status: 0 });
  const assets = (dist: string) => readdirSync(join(folder, dist, 'assets')).sort();
  expect(assets('dist')).toEqual(assets('other'));
  expect(assets('dist').join()).toMatch(/the-p-pod[^,]*\.avif/);
});
