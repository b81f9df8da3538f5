import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Answer, serve } from '../import/server.ts';
import { copyOfShow, emptyFolder, ppod, repository } from './project.ts';

// Windows has no signals to send to another program; what Ctrl-C does there is the same code.
describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  test('new: the copy that was being made is gone', async () => {
    const folder = copyOfShow();
    // A pipe that nobody writes to: ppod is at work for as long as the test wants.
    const pipe = join(folder, 'page.txt');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    const before = filesIn(folder);
    const run = start(folder, ['new', '--from', 'page.txt']);
    const writer = await open(pipe, 'w');
    run.child.kill('SIGINT');
    // A process cannot end while one of its threads waits for the pipe; by now it has heard of the signal.
    await setTimeout(500);
    await writer.close();
    expect(await run.ended).toEqual({ code: 130, said: expect.stringContaining('Stopped. No file is half-written.') });
    expect(filesIn(folder)).toEqual(before);
  });

  test('build: what was published stays, and the next build goes through', async () => {
    const folder = copyOfShow();
    expect(ppod(folder, ['build', '--quiet']).status).toBe(0);
    const before = filesIn(folder);
    const { base, asked } = await silentServer();
    const run = start(folder, ['build', '--against', `${base}/feed.xml`]);
    await Promise.race([asked, run.ended]);
    run.child.kill('SIGINT');
    const words = 'Stopped. What was published before is whole and as it was.';
    expect(await run.ended).toEqual({ code: 130, said: expect.stringContaining(words) });
    expect(filesIn(folder)).toEqual(before);
    expect(ppod(folder, ['build', '--quiet']).status).toBe(0);
  });

  test('import: what has arrived is kept, and the same command goes on', async () => {
    const source = copyOfShow();
    expect(ppod(source, ['build', '--quiet']).status).toBe(0);
    const picture = readFileSync(join(source, 'media/the-p-pod.jpg'));
    let isServing = false;
    const { base, asked } = await silentServer((request, response) => {
      const path = request.url ?? '';
      if (path === '/feed.xml') {
        const feed = readFileSync(join(source, 'dist/feed.xml'), 'utf8');
        response.setHeader('Content-Type', 'application/rss+xml');
        response.end(feed.replaceAll(/https:\/\/[^"<]*?(?=\/(?:media|episodes)\/)/g, base));
        return true;
      }
      if (path.endsWith('.jpg')) response.end(picture);
      else if (isServing) response.writeHead(404).end();
      else return false;
      return true;
    });
    const folder = emptyFolder();
    const args = ['import', `${base}/feed.xml`, '--site', 'https://example.org/', '--i-own-this', '--root', folder];
    const run = start(folder, args);
    await Promise.race([asked, run.ended]);
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 130, said: expect.stringContaining('Run the same command again') });
    expect(existsSync(join(folder, 'show.md'))).toBe(false);
    isServing = true;
    const again = await start(folder, args).ended;
    expect(again.code).toBe(1);
    expect(existsSync(join(folder, 'show.md'))).toBe(true);
  }, 60_000);

  test('align: nothing is written', async () => {
    const folder = copyOfShow();
    // A voice that takes its time.
    const programs = emptyFolder();
    const mark = join(programs, 'asked');
    const voice = `#!/bin/sh\ncase "$*" in *--stdout*) : > "${mark}"; exec sleep 3 ;; esac\n`;
    writeFileSync(join(programs, 'espeak-ng'), voice);
    chmodSync(join(programs, 'espeak-ng'), 0o755);
    const before = filesIn(folder);
    const path = [programs, process.env['PATH']].join(delimiter);
    const run = start(folder, ['align', 'making-time-to-reflect'], { PATH: path });
    await until(() => existsSync(mark));
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 130, said: expect.stringContaining('Stopped. Nothing was written.') });
    expect(filesIn(folder)).toEqual(before);
  });

  test('preview: ends at once, even while it reads the show for the first time', async () => {
    // Behind a port that was free just now; where another program is quicker, the preview says so and the test fails.
    const { base } = await silentServer();
    const port = String(Number(new URL(base).port) + 1);
    const run = start(copyOfShow(), ['preview', '--port', port]);
    const isThere = () => fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false);
    while (!(await isThere())) await setTimeout(20);
    run.child.kill('SIGINT');
    const words = 'The preview has ended. Nothing was published.';
    expect(await run.ended).toEqual({ code: 0, said: expect.stringContaining(words) });
  });

  test('--quiet is quiet here too', async () => {
    const { base, asked } = await silentServer();
    const run = start(copyOfShow(), ['diff', `${base}/feed.xml`, '--quiet']);
    await Promise.race([asked, run.ended]);
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 130, said: '' });
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

function start(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(repository, 'build/main.js'), ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  return { child, ended: once(child, 'close').then(([code]) => ({ code, said })) };
}

/** A server that answers only what `answer` says it has, and leaves all else waiting. `asked`: when that has happened. */
async function silentServer(answer: (...of: Parameters<Answer>) => boolean = () => false) {
  let ask = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const { base } = await serve((request, response) => {
    if (!answer(request, response)) ask();
  });
  return { base, asked };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(20);
}
