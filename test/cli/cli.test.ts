import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfShow, emptyFolder, ppod, repository } from './project.ts';

const asOf = '2026-11-22T12:00:00Z';

function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

test.each([
  [['--help'], 0],
  [['--version'], 0],
  [['build', '--help'], 0],
  [['rules'], 0],
  [['rules', 'guid-missing'], 0],
  [['rules', 'guid-mising'], 2],
  [['chekc'], 2],
  [['check', '--format', 'xml'], 2],
  [['check', '-C', 'no-such-folder'], 2],
  [['build', '--as-of', 'tomorrow'], 2],
  [['build', '--base-url', 'example'], 2],
  [['build', '--out', 'episodes'], 2],
  [['build', '--out', '.'], 2],
  [['build', '--jobs', 'many'], 2],
  [['build', '--jobs', '0'], 2],
] as const)('ppod %j ends with %i and shows no stack trace', (args, code) => {
  const { status, stdout, stderr } = ppod(repository, args);
  expect(status).toBe(code);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  if (code === 2) expect(stderr.trim()).not.toBe('');
});

test.each(['--help', 'check --no-loudness', 'build --format json'])(
  'ppod %s ends without a word when nobody reads on',
  (args) => {
    const folder = copyOfShow();
    const command = `node "${join(repository, 'build/main.js')}" ${args} | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('0\n');
    expect(stderr).not.toMatch(/EPIPE|could not/);
  },
);

test('--help has examples and exit statuses', () => {
  for (const args of [['--help'], ['check', '--help'], ['build', '--help'], ['rules', '--help']]) {
    const { stdout } = ppod(repository, args);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('Exit status:');
  }
});

test('build publishes the show and tells it to programs', () => {
  const folder = copyOfShow();
  const { status, stdout } = ppod(folder, ['build', '--as-of', asOf, '--format', 'json']);
  expect(status).toBe(0);
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({
    counts: { error: 0 },
    episodes: 4,
    nextDue: '2031-05-06T09:00:00+01:00',
    written: expect.arrayContaining(['feed.xml', 'index.html', 'episodes/annual-report-2023-24/transcript.html']),
  });
  expect(readFileSync(join(folder, 'dist/feed.xml'), 'utf8').match(/<item>/g)).toHaveLength(4);
});

test('one file at a time gives the same bytes', () => {
  const folder = copyOfShow();
  ppod(folder, ['build', '--as-of', asOf]);
  const { status, stdout } = ppod(folder, ['build', '--as-of', asOf, '--jobs', '1', '--format', 'json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ written: [], removed: [] });
});

test('a second build writes nothing, and says so', () => {
  const folder = copyOfShow();
  ppod(folder, ['build', '--as-of', asOf]);
  const before = statSync(join(folder, 'dist/feed.xml'));
  const { stdout } = ppod(folder, ['build', '--as-of', asOf, '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ written: [], removed: [] });
  expect(statSync(join(folder, 'dist/feed.xml')).mtimeMs).toBe(before.mtimeMs);
});

test('an error leaves dist as it was, and the exit status says so', () => {
  const folder = copyOfShow();
  ppod(folder, ['build', '--as-of', asOf]);
  const before = readFileSync(join(folder, 'dist/feed.xml'), 'utf8');
  edit(folder, 'episodes/hearing-the-child.md', /^date: .*$/m, 'date: next Tuesday');
  edit(folder, 'show.md', /^title: .*$/m, 'title: Another');
  const { status, stdout, stderr } = ppod(folder, ['build', '--as-of', asOf]);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('episodes/hearing-the-child.md:3:7');
  expect(stderr).toContain('Nothing was written');
  expect(readFileSync(join(folder, 'dist/feed.xml'), 'utf8')).toBe(before);
});

test('findings of check go to standard output, all talk elsewhere', () => {
  const folder = copyOfShow();
  rmSync(join(folder, 'media/hearing-the-child.mp3'));
  const { status, stdout, stderr } = ppod(folder, ['check', '--as-of', asOf]);
  expect(status).toBe(1);
  expect(stderr).toBe('');
  expect(stdout).toContain('episodes/hearing-the-child.md:4:8  error  audio-missing');
  expect(stdout).toContain('audio: media/hearing-the-child.mp3');
  expect(stdout).toContain('       ^^^^^^^^^^^^^^^^^^^^^^^^^^^');
  expect(stdout).not.toContain('\u001b');
  expect(ppod(folder, ['check', '--color', 'always']).stdout).toContain('\u001b');
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('json, github and sarif carry file, line, column, rule and words', () => {
  const folder = copyOfShow();
  edit(folder, 'episodes/hearing-the-child.md', 'guid:', 'giud:');
  const run = (format: string) => ppod(folder, ['check', '--as-of', asOf, '--format', format]).stdout;
  const expected = {
    rule: 'field-unknown',
    severity: 'error',
    file: 'episodes/hearing-the-child.md',
    line: 5,
    column: 1,
  };
  expect(JSON.parse(run('json'))).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({ ...expected, help: expect.stringContaining('Did you mean "guid"?') }),
    ]),
  });
  expect(run('github')).toMatch(/^::error file=episodes\/hearing-the-child\.md,line=5,col=1,title=field-unknown::/m);
  expect(JSON.parse(run('sarif'))).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'ppod' } } }] });
});

test('--strict stops at a warning', () => {
  const folder = copyOfShow();
  edit(folder, 'episodes/hearing-the-child.md', /^guid: .*\n/m, '');
  expect(ppod(folder, ['build', '--as-of', asOf]).status).toBe(0);
  rmSync(join(folder, 'dist'), { recursive: true });
  expect(ppod(folder, ['build', '--as-of', asOf, '--strict']).status).toBe(1);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('a scheduled episode and a draft leave nothing in dist until they are due', () => {
  const folder = copyOfShow();
  edit(folder, 'episodes/what-you-will-hear.md', /^guid:/m, 'draft: true\nguid:');
  const written = (...args: string[]): unknown => {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const report: { written?: unknown } = JSON.parse(ppod(folder, ['build', '--format', 'json', ...args]).stdout);
    return report.written;
  };
  expect(JSON.stringify(written('--as-of', asOf))).not.toMatch(/reflect|what-you-will-hear/);
  const all = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true }).filter((item) =>
    item.isFile(),
  );
  expect(all.length).toBeGreaterThan(20);
  for (const { parentPath, name } of all) {
    expect(`${parentPath}/${name}`).not.toMatch(/reflect|what-you-will-hear/);
    expect(readFileSync(join(parentPath, name), 'latin1')).not.toMatch(/making-time-to-reflect|what-you-will-hear/);
  }
  expect(written('--as-of', '2031-05-06T08:00:00Z')).toContain('episodes/making-time-to-reflect/index.html');
  expect(written('--as-of', asOf, '--drafts')).toContain('episodes/what-you-will-hear/index.html');
});

test('without a show there is a sentence, not a crash', () => {
  const { status, stdout } = ppod(emptyFolder(), ['check']);
  expect(status).toBe(1);
  expect(stdout).toContain('There is no show.md');
});

test('--base-url moves every address and no guid', () => {
  const folder = copyOfShow();
  ppod(folder, ['build', '--as-of', asOf]);
  const guids = /<guid[^>]*>[^<]*|<podcast:guid>[^<]*/g;
  const before = readFileSync(join(folder, 'dist/feed.xml'), 'utf8');
  ppod(folder, ['build', '--as-of', asOf, '--base-url', 'https://staging.example.org/x']);
  const after = readFileSync(join(folder, 'dist/feed.xml'), 'utf8');
  expect(after.match(guids)).toEqual(before.match(guids));
  expect(after).toContain('<link>https://staging.example.org/x/</link>');
  expect(after).not.toContain('/the-p-pod/');
});
