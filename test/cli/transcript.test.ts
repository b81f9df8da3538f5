import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, ppod, repository } from './project.ts';

const vtt = readFileSync(join(repository, 'episodes/hearing-the-child.transcript.vtt'), 'utf8');

test('converts a timed transcript into every form, and back to the same words', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'a.vtt'), vtt);
  for (const name of ['a.srt', 'a.json', 'a.html', 'a.txt', 'b.vtt']) {
    expect(ppod(folder, ['transcript', 'a.vtt', '-o', name])).toMatchObject({ status: 0, stdout: '' });
  }
  const words = (name: string) =>
    ppod(folder, ['transcript', name, '--to', 'txt']).stdout.split('\n').slice(1).join(' ').match(/\S+/g);
  const expected = words('a.vtt');
  expect(expected?.length).toBeGreaterThan(100);
  for (const name of ['a.srt', 'a.json', 'a.html', 'b.vtt']) expect(words(name)).toEqual(expected);
});

test('never invents times, never overwrites unasked', () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'a.txt'),
    'Ann\nHello there, and welcome to the show.\n\nBen\nThank you for having me here.\n',
  );
  const untimed = ppod(folder, ['transcript', 'a.txt', '-o', 'a.vtt']);
  expect(untimed.status).toBe(1);
  expect(untimed.stderr).toContain('ppod align');
  expect(ppod(folder, ['transcript', 'a.txt', '-o', 'a.txt']).status).toBe(2);
  writeFileSync(join(folder, 'b.html'), 'mine');
  expect(ppod(folder, ['transcript', 'a.txt', '-o', 'b.html']).status).toBe(2);
  expect(readFileSync(join(folder, 'b.html'), 'utf8')).toBe('mine');
  expect(ppod(folder, ['transcript', 'a.txt', '-o', 'b.html', '--force']).status).toBe(0);
  expect(ppod(folder, ['transcript', 'a.txt', '-o', 'b.pdf']).status).toBe(2);
  expect(ppod(folder, ['transcript', 'no.txt', '--to', 'txt']).status).toBe(2);
});
