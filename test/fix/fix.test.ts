import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfShow, emptyFolder, ppod } from '../cli/project.ts';

const asOf = '2026-11-22T12:00:00Z';
const fixArgs = ['check', '--fix', '--no-loudness', '--as-of', asOf, '--format', 'json'] as const;
const episode = 'episodes/hearing-the-child.md';

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const text = read(folder, file);
  expect(text.replace(from, to)).not.toBe(text);
  writeFileSync(join(folder, file), text.replace(from, to));
}

/** Every file of the folder with its text. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, readFileSync(path, 'latin1')];
      }),
  );
}

test('a show without faults is left alone to the byte', () => {
  const folder = copyOfShow();
  const before = snapshot(folder);
  const { status, stderr } = ppod(folder, fixArgs);
  expect(status).toBe(0);
  expect(stderr).toContain('nothing that could be mended safely');
  expect(snapshot(folder)).toEqual(before);
});

test('the guids that are added are those that the feed had already', () => {
  const folder = copyOfShow();
  edit(folder, episode, /^guid: .*\n/m, '');
  edit(folder, 'show.md', /^guid: .*\n/m, '');
  const guids = () => {
    ppod(folder, ['build', '--as-of', asOf, '--quiet']);
    return read(folder, 'dist/feed.xml').match(/<guid[^>]*>[^<]*|<podcast:guid>[^<]*/g);
  };
  const before = guids();
  const { status, stdout } = ppod(folder, fixArgs);
  expect(status).toBe(0);
  const { fixed } = JSON.parse(stdout) as { fixed: { rule: string }[] };
  expect(fixed.map(({ rule }) => rule)).toEqual(['guid-missing', 'show-guid-missing']);
  expect(read(folder, 'show.md')).toMatch(/\nguid: [0-9a-f-]{36}\n---\n/);
  expect(guids()).toEqual(before);
});

test.each([
  ['date: 2026-3-1', 'date: 2026-03-01'],
  ['date: 2026/03/01 9:30 # spring', 'date: 2026-03-01 09:30 # spring'],
  ['date: 1 March 2026', 'date: 2026-03-01'],
  ['date: "1st of March, 2026"', 'date: "2026-03-01"'],
  ['date: Sept 5, 2025', 'date: 2025-09-05'],
  ['date: 13.03.2026', 'date: 2026-03-13'],
  ['date: 03/13/2026', 'date: 2026-03-13'],
  ['date: 3/3/2026', 'date: 2026-03-03'],
  ['titel: A talk', 'title: A talk'],
  ['tilte: A talk', 'title: A talk'],
  ['title: 2024', 'title: "2024"'],
  ['title: Early help: what it is', 'title: "Early help: what it is"'],
  ['title: Say "yes": how # it is', `title: 'Say "yes": how' # it is`],
  ['title: @home with a carer', 'title: "@home with a carer"'],
  ['title: The   child', 'title: The child'],
  ['explicit: no', 'explicit: false'],
  ['draft: "true"', 'draft: true'],
  ['season: "2"', 'season: 2'],
  ['type: Full', 'type: full'],
])('%s becomes %s', (line, mended) => {
  const folder = copyOfShow();
  const key = (/^\w+/.exec(mended) ?? [''])[0];
  const old = new RegExp(`^${key}:.*\n`, 'm');
  const text = read(folder, episode).replace(old, '').replace('---\n', `---\n${line}\n`);
  writeFileSync(join(folder, episode), text);
  ppod(folder, fixArgs);
  expect(read(folder, episode)).toBe(text.replace(`${line}\n`, `${mended}\n`));
});

test.each([
  'date: 03/04/2026',
  'date: next Tuesday',
  'date: 31 February 2026',
  'date: Friday 13 May 2026',
  'titel: A\ntitle: B',
  'tags: [a\n',
  'episode: twelve',
])('%s has no one answer and stays', (line) => {
  const folder = copyOfShow();
  const text = read(folder, episode)
    .replace(/^(?:date|title):.*\n/gm, '')
    .replace('---\n', `---\n${line}\n`);
  writeFileSync(join(folder, episode), text);
  expect(ppod(folder, fixArgs).status).toBe(1);
  expect(read(folder, episode)).toBe(text);
});

test('a category keeps its place and gets its spelling', () => {
  const folder = copyOfShow();
  edit(folder, 'show.md', '  - Kids & Family > Parenting', '  - "kids and family >parenting" # third');
  ppod(folder, fixArgs);
  expect(read(folder, 'show.md')).toContain('  - "Kids & Family > Parenting" # third\n');
});

test('one repair brings to light the next, and a second run finds nothing', () => {
  const folder = copyOfShow();
  edit(folder, episode, /^title: .*\ndate: .*\n/m, 'title: Hearing: a  child\ndate: 14 October 2025\npeple: []\n');
  edit(folder, episode, /^people:[\s\S]*?^chapters:/m, 'chapters:');
  ppod(folder, fixArgs);
  expect(read(folder, episode)).toContain('title: "Hearing: a child"\ndate: 2025-10-14\npeople: []\n');
  const before = snapshot(folder);
  ppod(folder, fixArgs);
  expect(snapshot(folder)).toEqual(before);
});

test('encoding, byte-order mark, line ends and permissions stay', () => {
  const folder = copyOfShow();
  const text = read(folder, episode)
    .replace(/^guid: .*\n/m, '')
    .replaceAll('\n', '\r\n');
  const path = join(folder, episode);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  writeFileSync(path, utf16);
  chmodSync(path, 0o640);
  const withMark = join(folder, 'episodes/what-you-will-hear.md');
  writeFileSync(withMark, `\ufeff${readFileSync(withMark, 'utf8').replace(/^guid: .*\n/m, '')}`);
  ppod(folder, fixArgs);
  const after = readFileSync(path);
  expect(after.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
  expect(
    after
      .toString('utf16le')
      .slice(1)
      .replace(/^guid: .*\r\n/m, ''),
  ).toBe(text);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readFileSync(withMark, 'utf8')).toMatch(/^\ufeff---\n[\s\S]*\nguid: [0-9a-f-]{36}\n---\n/);
});

test('a file in an unknown encoding is not touched', () => {
  const folder = copyOfShow();
  const bytes = Buffer.from(read(folder, episode).replace(/^guid: .*\n/m, '# caf\u00e9\n'), 'latin1');
  writeFileSync(join(folder, episode), bytes);
  ppod(folder, fixArgs);
  expect(readFileSync(join(folder, episode))).toEqual(bytes);
});

test('nothing outside the project is written, not even through a link', () => {
  const folder = copyOfShow();
  const outside = emptyFolder();
  writeFileSync(join(outside, 'x.md'), '---\ntitle: X\ndate: 2026-3-1\naudio: media/what-you-will-hear.mp3\n---\n');
  symlinkSync(join(outside, 'x.md'), join(folder, 'episodes/x.md'));
  const before = snapshot(outside);
  ppod(folder, fixArgs);
  expect(snapshot(outside)).toEqual(before);
});

describe('--dry-run', () => {
  test('shows a diff that git can apply, and changes nothing', () => {
    const folder = copyOfShow();
    edit(folder, episode, /^date: .*$/m, 'date: 14 October 2025');
    edit(folder, 'show.md', /^title:/m, 'titel:');
    const before = snapshot(folder);
    const { stdout, stderr } = ppod(folder, ['check', '--fix', '--dry-run', '--no-loudness', '--as-of', asOf]);
    expect(snapshot(folder)).toEqual(before);
    expect(stderr).toContain('2 repairs in 2 files would be made; nothing was changed.');
    expect(stdout).toContain('-date: 14 October 2025\n+date: 2025-10-14\n');
    mkdirSync(join(folder, '.git-less'));
    writeFileSync(join(folder, 'mend.diff'), stdout);
    execFileSync('git', ['apply', '--unsafe-paths', 'mend.diff'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], GIT_CEILING_DIRECTORIES: join(folder, '..') },
    });
    expect(read(folder, episode)).toContain('\ndate: 2025-10-14\n');
    expect(read(folder, 'show.md')).toContain('\ntitle: The P Pod\n');
  });

  test('blacks out what must never be published', () => {
    const folder = copyOfShow();
    writeFileSync(join(folder, 'names.txt'), 'Zephanie Okafor\n');
    edit(folder, 'show.md', /^locked:/m, 'neverPublish: names.txt\nlocked:');
    edit(folder, episode, /^date: .*$/m, 'date: 14 October 2025\ntags: [zephanie okafor]');
    const { stdout, stderr } = ppod(folder, ['check', '--fix', '--dry-run', '--no-loudness', '--as-of', asOf]);
    expect(stdout).toContain('+date: 2025-10-14');
    expect(stdout + stderr).not.toMatch(/zephanie|okafor/i);
  });
});
