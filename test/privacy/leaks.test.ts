import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfShow, emptyFolder, ppod } from '../cli/project.ts';

/** The list holds both; only the first stands in the show. */
const names = ['Zéphanie Okafor', 'Thessaly Quint'];
const leak = /z[eé]phanie|okafor|thessaly|quint/i;
const asOf = '2026-11-22T12:00:00Z';
const formats = ['text', 'json', 'github', 'sarif'] as const;

/** A show that names someone in its notes, in a value that other rules quote, in captions and in a chapter. */
function showThatNames(): string {
  const folder = copyOfShow();
  const change = (file: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(join(folder, file), text.replace(from, to));
  };
  const file = 'episodes/hearing-the-child.md';
  change(file, /^tags: .*$/m, 'tags: [voice of the child]\nzephanie-okafor: 1');
  change(file, /^summary: >-\n {2}/m, 'summary: >-\n  ZEPHANIE   okafor tells. ');
  change(file, 'More than words', 'Zephanie Okafor and more than forty letters of words');
  change(file, /^A child may/m, '[Zephany Okafor](www.example.org/zephanie-okafor) may');
  change('episodes/hearing-the-child.transcript.vtt', 'So begin', 'So Zéphanie\nOkafor begins');
  mkdirSync(join(folder, 'private'));
  writeFileSync(join(folder, 'private/names.txt'), `# whom we protect\n${names.join('\n')}\n`);
  return folder;
}

describe.each(['show.md', 'PPOD_NEVER_PUBLISH'])('the list that %s names', (source) => {
  function prepared(): { folder: string; env: NodeJS.ProcessEnv } {
    const folder = showThatNames();
    if (source !== 'show.md') return { folder, env: { PPOD_NEVER_PUBLISH: join(folder, 'private/names.txt') } };
    const path = join(folder, 'show.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^locked:/m, 'neverPublish: private/names.txt\nlocked:'));
    return { folder, env: {} };
  }

  test.each(formats)('stops the show and appears nowhere in the format %s', (format) => {
    const { folder, env } = prepared();
    for (const command of [['check', '--no-loudness'], ['check', '--fix', '--no-loudness'], ['build']]) {
      const { status, stdout, stderr } = ppod(folder, [...command, '--as-of', asOf, '--format', format], {
        ...env,
        PPOD_DEBUG: '1',
      });
      expect(status).toBe(1);
      expect(stdout + stderr).toContain('never-publish');
      expect(stdout + stderr).not.toMatch(leak);
    }
  });

  test('is held against summary, notes, chapters and captions, each in its place', () => {
    const { folder, env } = prepared();
    const { stdout } = ppod(folder, ['check', '--no-loudness', '--as-of', asOf, '--format', 'json'], env);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string; line: number }[] };
    const places = findings.filter(({ rule }) => rule === 'never-publish').map(({ file, line }) => `${file}:${line}`);
    const lines = readFileSync(join(folder, 'episodes/hearing-the-child.md'), 'utf8').split('\n');
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
    const file = 'episodes/hearing-the-child';
    expect(places).toEqual(
      expect.arrayContaining([
        `${file}.md:${lineOf('ZEPHANIE')}`,
        `${file}.md:${lineOf('forty letters')}`,
        `${file}.md:${lineOf('www.example.org')}`,
        expect.stringMatching(/^episodes\/hearing-the-child\.transcript\.vtt:\d+$/),
      ]),
    );
  });
});

test('neither rules nor waive can set the list aside', () => {
  const folder = showThatNames();
  const path = join(folder, 'show.md');
  const settings = 'neverPublish: private/names.txt\nrules: {never-publish: off}\nlocked:';
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^locked:/m, settings));
  const { status, stdout } = ppod(folder, ['build', '--as-of', asOf, '--format', 'json']);
  expect(status).toBe(1);
  expect(stdout).toContain('"rule-essential"');
  expect(stdout).toContain('"never-publish"');
});

test.each([
  ['that is not there', undefined],
  ['that is empty', '# nobody yet\n\n'],
])('a list %s stops the build', (_, contents) => {
  const folder = copyOfShow();
  const outside = emptyFolder();
  if (contents !== undefined) writeFileSync(join(outside, 'names.txt'), contents);
  const { status, stdout } = ppod(folder, ['build', '--as-of', asOf, '--format', 'json'], {
    PPOD_NEVER_PUBLISH: join(outside, 'names.txt'),
  });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({ rule: 'never-publish-list', severity: 'error', file: 'show.md', line: 1 }),
    ]),
  });
});

test('a list saved by Notepad, with a byte-order mark and its line ends, is read all the same', () => {
  const folder = showThatNames();
  writeFileSync(join(folder, 'private/names.txt'), `\ufeff${names.join('\r\n')}`);
  const { stdout } = ppod(folder, ['check', '--no-loudness', '--as-of', asOf, '--format', 'json'], {
    PPOD_NEVER_PUBLISH: join(folder, 'private/names.txt'),
  });
  expect(stdout).toContain('"never-publish"');
});

test('numbers that stand for a person are placed and not repeated', () => {
  const folder = copyOfShow();
  const path = join(folder, 'episodes/hearing-the-child.md');
  const secrets = 'NHS 943 476 5919, AB 12 34 56 C, [here](www.example.org), born on 3 May 2011';
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${secrets}\n`);
  for (const format of formats) {
    const { stdout } = ppod(folder, ['check', '--no-loudness', '--as-of', asOf, '--format', format]);
    for (const rule of ['private-nhs-number', 'private-ni-number', 'private-birth-date'])
      expect(stdout).toContain(rule);
    expect(stdout).not.toMatch(/943 476|12 34 56|3 May 2011/);
  }
});
