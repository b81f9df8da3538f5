import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { copyOfShow, repository } from './project.ts';

test.skipIf(process.platform === 'win32')('Ctrl-C says that nothing is half-written, and nothing is', async () => {
  const folder = copyOfShow();
  // A pipe that nobody writes to: ppod is at work for as long as the test wants.
  const pipe = join(folder, 'page.txt');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const before = readdirSync(folder, { recursive: true }).sort();
  const child = spawn(process.execPath, [join(repository, 'build/main.js'), 'new', '--from', 'page.txt'], {
    cwd: folder,
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  const writer = await open(pipe, 'w');
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  // A process cannot end while one of its threads waits for the pipe; by now it has heard of the signal.
  await setTimeout(500);
  await writer.close();
  const [code] = await exited;
  expect({ code, said }).toEqual({ code: 130, said: expect.stringContaining('Stopped. What is in dist/ is whole.') });
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
});
