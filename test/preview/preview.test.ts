import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyOfShow, repository } from '../cli/project.ts';

/** Starts `ppod preview` and waits for its address. */
async function preview(folder: string, port: number) {
  const child = spawn(process.execPath, [join(repository, 'build/main.js'), 'preview', '--port', String(port)], {
    cwd: folder,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      const [, found] = /Preview at (\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', () => reject(new Error(said)));
  });
  return { address, child, said: () => said };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', (code) => resolve(code)));
}

/** The next change that the server tells of. */
async function nextChange(address: string, cause: () => void): Promise<void> {
  const response = await fetch(`${address}_preview/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  cause();
  while (reader !== undefined && !told.includes('event: change')) told += (await reader.read()).value ?? '';
  await reader?.cancel();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: Pick<AddressInfo, 'port'> = JSON.parse(JSON.stringify(server.address()));
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('serves, follows changes, shows findings, and ends cleanly', async () => {
  const folder = copyOfShow();
  const { address, child, said } = await preview(folder, await freePort());
  const page = async (path = '') => (await fetch(address + path)).text();

  expect(await page()).toContain('[Due 2031-05-06 09:00] Making time to reflect');
  const audio = await fetch(`${address}media/hearing-the-child.mp3`, { headers: { Range: 'bytes=0-99' } });
  expect(audio.status).toBe(206);
  expect(audio.headers.get('content-range')).toMatch(/^bytes 0-99\/\d+$/);
  expect(audio.headers.get('cache-control')).toBe('no-store');
  const chapters = await fetch(`${address}episodes/hearing-the-child/chapters.json`);
  expect(chapters.headers.get('content-type')).toBe('application/json+chapters');
  expect((await fetch(`${address}nowhere/`)).status).toBe(404);
  expect((await fetch(`${address}..%2f..%2fshow.md`)).status).toBe(404);
  expect((await fetch(`${address}show.md`)).status).toBe(404);
  expect(await page('_feed')).toMatch(/Apple Podcasts.*Spotify/s);
  expect(await page('_feed')).toMatch(/<strong>Making time to reflect<\/strong>[^/]*>Due 2031-05-06 09:00</);

  const file = join(folder, 'episodes/hearing-the-child.md');
  const text = readFileSync(file, 'utf8');
  await nextChange(address, () => writeFileSync(file, text.replace(/^title: .*$/m, 'title: Heard')));
  expect(await page('episodes/hearing-the-child/')).toContain('Heard');
  await nextChange(address, () => writeFileSync(file, text.replace(/^date: .*$/m, 'date: soon')));
  const faulty = await page('episodes/hearing-the-child/');
  expect(faulty).toContain('A build would stop');
  expect(faulty).toContain('which is not a date');
  expect(faulty).toContain('Heard');
  expect(said()).toContain('date-unreadable');

  child.kill('SIGINT');
  expect(await ended(child)).toBe(0);
});

test('what is changed as soon as the address is there is shown', async () => {
  const folder = copyOfShow();
  const { address } = await preview(folder, await freePort());
  appendFileSync(join(folder, 'episodes/what-you-will-hear.md'), '\nA line at once.\n');
  const page = async () => (await fetch(`${address}episodes/what-you-will-hear/`)).text();
  await expect.poll(page, { timeout: 10_000 }).toContain('A line at once.');
}, 20_000);

test('a busy port makes way for the next', async () => {
  const port = await freePort();
  const folder = copyOfShow();
  const first = await preview(folder, port);
  const second = await preview(folder, port);
  expect(first.address).toBe(`http://127.0.0.1:${port}/`);
  expect(second.address).not.toBe(first.address);
});
