import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { emptyFolder, repository } from './project.ts';

const main = join(repository, 'build/main.js');

/** For root, a command line that does the rest of it as somebody without rights; for others nothing. */
const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];

/** Why the officer's hour cannot be played on this machine, or nothing. */
function obstacle(): string | undefined {
  if (process.platform !== 'linux') return 'script and setpriv, which lend a terminal and a user, are of Linux';
  const works = (...line: string[]) => spawnSync(line[0] ?? '', line.slice(1)).status === 0;
  if (!works('script', '--version')) return 'there is no program script to lend a terminal';
  if (!works(...asNobody, process.execPath, '--check', main)) return 'nobody may read the program where it lies';
  return undefined;
}

test('init, new, check and build: no rights, no standard input, a narrow terminal, spaces and ö in the path', (context) => {
  const reason = obstacle();
  if (reason !== undefined) context.skip(reason);
  const folder = emptyFolder();
  chmodSync(folder, 0o777);
  copyFileSync(join(repository, 'media/hearing-the-child.mp3'), join(folder, 'Gespräch eins.mp3'));
  const ppod = `"${process.execPath}" "${main}"`;
  const session = [
    'set -e',
    'stty cols 60',
    'exec 0<&-',
    'test "$(id -u)" != 0',
    `${ppod} init "mein ördner" --title "Gespräche am Hafen"`,
    'cd "mein ördner"',
    `${ppod} new "../Gespräch eins.mp3"`,
    `${ppod} check`,
    `${ppod} build`,
    'echo all went well',
  ].join('\n');
  const [program = '', ...args] = [...asNobody, 'script', '-qec', session, '/dev/null'];
  const { stdout, status } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm', SHELL: '/bin/sh' },
  });
  expect(status, stdout).toBe(0);
  expect(stdout).toContain('all went well');
  expect(stdout).toContain('Published 1 episode in dist/');
  const feed = join(folder, 'mein ördner/dist/feed.xml');
  expect(readFileSync(feed, 'utf8')).toContain('<title>Gespräche am Hafen</title>');
  expect(statSync(feed).uid).not.toBe(0);
  expect(existsSync(join(folder, 'mein ördner/media/hearing-what-a-child-is-telling-us.mp3'))).toBe(true);
  // Only where a finding is, which is to be clicked or copied, may be longer than the terminal is wide.
  const lines = stripVTControlCharacters(stdout)
    .split(/[\r\n]+/)
    .filter((line) => !/^\S+:\d+:\d+ /.test(line));
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
});
