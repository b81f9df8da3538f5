import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptFiles } from '../../src/node/kept-files.ts';
import { Looks } from '../../src/node/looks.ts';
import type { Memory } from '../../src/ports.ts';
import { emptyFolder } from '../cli/project.ts';

const path = 'episodes/one.md';

function memory(): Memory & { readonly known: Map<string, unknown> } {
  const known = new Map<string, unknown>();
  return {
    known,
    get: (what, digest) => known.get(`${what} ${digest}`),
    set: (what, digest, value) => known.set(`${what} ${digest}`, value),
  };
}

function show(): string {
  const root = emptyFolder();
  mkdirSync(join(root, 'episodes'));
  writeFileSync(join(root, path), 'Anna: Hello.');
  return root;
}

/** A program that begins when what was written has rested. */
const programOn = (root: string, known: Memory) => keptFiles(root, new Looks(root, Date.now() + 60_000), known);

test('of a file that stands as it stood the digest is known without reading it', async () => {
  const root = show();
  const known = memory();
  const first = await programOn(root, known).open(path);
  const digest = first?.digest;
  expect(Buffer.from(first?.read() ?? []).toString()).toBe('Anna: Hello.');
  known.known.set([...known.known.keys()][0] ?? '', 'as remembered');
  const second = await programOn(root, known).open(path);
  expect(second?.digest).toBe('as remembered');
  writeFileSync(join(root, path), 'Anna: Hello!');
  expect((await programOn(root, known).open(path))?.digest).not.toBe(digest);
});

test('a file that was only just written is read again, for it may be written again in the same moment', async () => {
  const root = show();
  const known = memory();
  const files = keptFiles(root, new Looks(root), known);
  expect((await files.open(path))?.digest).toBeTypeOf('string');
  expect(known.known.size).toBe(0);
});

test.each([
  ['changed', (file: string) => writeFileSync(file, 'Anna: Good-bye.')],
  ['taken away', (file: string) => rmSync(file)],
])('a file that is %s before its words are needed stops the build', async (_, change) => {
  const root = show();
  const known = memory();
  expect((await programOn(root, known).open(path))?.digest).toBeTypeOf('string');
  const file = await programOn(root, known).open(path);
  expect(file?.digest).toBeTypeOf('string');
  change(join(root, path));
  expect(() => file?.read()).toThrow(`${path} was changed while ppod was at work.`);
});

test('what is not there, is no file or lies elsewhere is not opened', async () => {
  const root = show();
  const elsewhere = show();
  symlinkSync(join(elsewhere, path), join(root, 'episodes/link.md'));
  const files = programOn(root, memory());
  for (const name of ['episodes/two.md', 'episodes', 'episodes/link.md', '../one.md', join(elsewhere, path)]) {
    expect(await files.open(name), name).toBeUndefined();
  }
});
