import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/read.ts';
import { copyOfShow, ppod, repository } from './project.ts';

const hasVoice = spawnSync('espeak-ng', ['--version']).status === 0;
const slug = 'annual-report-2023-24';
const asOf = '2026-11-22T12:00:00Z';

test.skipIf(!hasVoice)('times a transcript; builds then publish every timed form, and words one by one', () => {
  const folder = copyOfShow();
  const run = ppod(folder, ['align', slug]);
  expect(run).toMatchObject({ status: 0, stdout: '' });
  const vtt = readFileSync(join(folder, `episodes/${slug}.transcript.vtt`), 'utf8');
  const segments = parseTranscript(vtt, 'a.vtt').turns.flatMap(({ paragraphs }) => paragraphs.flat());
  const all: Record<string, { sentences: { text: string; startSeconds: number }[] }> = JSON.parse(
    readFileSync(join(repository, 'test/show/true-times.json'), 'utf8'),
  );
  const truth = all[slug]?.sentences ?? [];
  expect(segments.map(({ text }) => text)).toEqual(truth.map(({ text }) => text));
  for (const [index, { startSeconds = -1 }] of segments.entries()) {
    expect(Math.abs(startSeconds - (truth[index]?.startSeconds ?? 0))).toBeLessThan(0.6);
  }
  expect(segments.every(({ words }) => words !== undefined)).toBe(true);
  expect(ppod(folder, ['build', '--as-of', asOf]).status).toBe(0);
  for (const form of ['vtt', 'srt', 'json']) {
    expect(existsSync(join(folder, `dist/episodes/${slug}/transcript.${form}`))).toBe(true);
  }
  const again = ppod(folder, ['align', slug]);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('has its times already');
});

test.skipIf(!hasVoice)('names a time in the transcript that cannot be', () => {
  const folder = copyOfShow();
  const file = join(folder, 'episodes/what-you-will-hear.transcript.txt');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Each episode takes', '[59:00] Each episode takes'));
  const { status, stderr } = ppod(folder, ['align', 'what-you-will-hear']);
  expect(status).toBe(0);
  expect(stderr).toMatch(/The time 59:00 before "Each episode takes .*" was not used/);
});

test.skipIf(!hasVoice)('refuses the transcript of another episode, and writes nothing', () => {
  const folder = copyOfShow();
  const other = readFileSync(join(folder, 'episodes/making-time-to-reflect.transcript.txt'), 'utf8');
  writeFileSync(join(folder, `episodes/${slug}.transcript.txt`), other);
  const { status, stderr } = ppod(folder, ['align', slug]);
  expect(status).toBe(1);
  expect(stderr).toContain('Nothing was written');
  expect(existsSync(join(folder, `episodes/${slug}.transcript.vtt`))).toBe(false);
});

test('says which episode was meant', () => {
  const { status, stderr } = ppod(copyOfShow(), ['align', 'anual-report-2023-24']);
  expect(status).toBe(2);
  expect(stderr).toContain('Did you mean "annual-report-2023-24"?');
});
