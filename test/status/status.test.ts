import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfShow, emptyFolder, ppod } from '../cli/project.ts';

const asOf = ['--as-of', '2026-11-22T12:00:00Z'];

function edit(folder: string, file: string, from: RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

test('lists episodes by state, with what each lacks and the next that is due', () => {
  const folder = copyOfShow();
  edit(folder, 'episodes/what-you-will-hear.md', /^guid:.*$/m, 'draft: true');
  edit(folder, 'episodes/sharing-information.md', /^guid:/m, 'withdrawn: true\nguid:');
  rmSync(join(folder, 'media/annual-report-2023-24.mp3'));
  const { status, stdout, stderr } = ppod(folder, ['status', ...asOf]);
  expect(status).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Due \(1\)\n {2}2031-05-06 09:00 {2}Making time to reflect$/m);
  expect(stdout).toMatch(/^Draft \(1\)\n.*What you will hear.*\n.*\n {6}lacks: guid, timings of the transcript/m);
  expect(stdout).toMatch(/^Published \(2\)$/m);
  expect(stdout).toMatch(/^ {6}lacks: audio, timings/m);
  expect(stdout).toMatch(/^Withdrawn \(1\)\n.*Sharing information.*\n {6}episodes\/sharing-information.md\n\n/m);
  expect(stdout).toContain('Next due: 2031-05-06 09:00, Making time to reflect.\n');
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('an episode in order lacks nothing; chapters in the audio count', () => {
  const { stdout } = ppod(copyOfShow(), ['status', ...asOf, '--format', 'json']);
  const report: { episodes: { file: string; state: string; lacks: string[] }[] } = JSON.parse(stdout);
  expect(report).toMatchObject({ nextDue: '2031-05-06T09:00:00+01:00' });
  const of = (slug: string) => report.episodes.find(({ file }) => file === `episodes/${slug}.md`);
  expect(of('hearing-the-child')).toMatchObject({ state: 'published', lacks: [] });
  expect(of('making-time-to-reflect')).toMatchObject({ state: 'due' });
});

test('an episode that cannot be read is shown, not passed over', () => {
  const folder = copyOfShow();
  edit(folder, 'episodes/hearing-the-child.md', /^date: .*$/m, 'date: next Tuesday');
  writeFileSync(join(folder, 'episodes/notes.md'), 'Just words.\n');
  const { status, stdout } = ppod(folder, ['status', ...asOf]);
  expect(status).toBe(0);
  expect(stdout).toContain('To be mended (run ppod check) (2)');
  expect(stdout).toContain('(no date)         Hearing what a child is telling us');
  expect(stdout).toContain('episodes/notes.md');
});

test('without a show it says where to begin', () => {
  const { status, stdout, stderr } = ppod(emptyFolder(), ['status']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('ppod init');
});
