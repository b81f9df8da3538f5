import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const repository = join(import.meta.dirname, '../..');

/** A copy of the repository's own show in a folder that is removed after the test. */
export function copyOfShow(): string {
  const folder = emptyFolder();
  for (const part of ['show.md', 'episodes', 'media'])
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  return folder;
}

export function emptyFolder(): string {
  // Spaces and letters beyond ASCII: officers' folders have both.
  const folder = mkdtempSync(join(tmpdir(), 'ppod tést '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the compiled program as a user would. */
export function ppod(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [join(repository, 'build/main.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
}
