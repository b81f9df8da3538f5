// Takes the pictures of docs/: pages of the show, the preview, and a terminal. Needs Chromium, tmux and the build.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import sirv from 'sirv';
import { screenOf, windowOf } from './pictures/terminal.mjs';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs/pictures');
const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
const show = join(scratch, 'show');
const dist = join(scratch, 'dist');
const asOf = '2026-11-22T12:00:00Z';
const prefix = '/the-p-pod';

for (const part of ['show.md', 'episodes', 'media']) cpSync(join(root, part), join(show, part), { recursive: true });
mkdirSync(join(scratch, 'bin'));
const program = join(scratch, 'bin/ppod');
writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'build/main.js')}' "$@"\n`);
chmodSync(program, 0o755);
process.env.PATH = `${join(scratch, 'bin')}:${process.env.PATH}`;

const run = (...args) => spawnSync(program, args, { cwd: show, encoding: 'utf8' }).stdout;

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  await takePages();
  await takePreview();
  await takeTerminals();
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}

async function takePages() {
  run('build', '--out', dist, '--as-of', asOf);
  const files = sirv(dist, { dev: true });
  const server = createServer((request, response) => {
    request.url = request.url.slice(prefix.length);
    files(request, response, () => response.writeHead(404).end());
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const site = `http://127.0.0.1:${server.address().port}${prefix}/`;
  await take('show', 900, (page) => page.goto(site));
  await take('episode', 900, (page) => page.goto(`${site}episodes/hearing-the-child/`));
  await take('transcript', 620, async (page) => {
    await page.goto(`${site}episodes/hearing-the-child/`);
    await page.locator('#transcript').scrollIntoViewIfNeeded();
    await page.locator('#transcript').evaluate((part) => part.scrollIntoView());
  });
  await take('search', 620, async (page) => {
    await page.goto(`${site}search/`);
    await page.locator('input[type=search]').fill('listen');
    await page.waitForTimeout(3000);
  });
  server.close();
}

async function takePreview() {
  change('episodes/hearing-the-child.md', /$/, '\nMore from the Peapod next month.\n');
  const preview = spawn(program, ['preview'], { cwd: show });
  const address = await new Promise((found) => {
    preview.stderr.on('data', (data) => {
      const [said] = /http:\S+/.exec(String(data)) ?? [];
      if (said !== undefined) found(said);
    });
  });
  await take('preview', 620, async (page) => {
    await page.goto(address);
    await page.locator('summary').first().click();
  });
  await take('feed', 760, (page) => page.goto(`${address}_feed`));
  preview.kill('SIGINT');
}

async function takeTerminals() {
  change('episodes/sharing-information.md', 'sharing-information.m4a', 'Sharing-information.m4a');
  const ofShow = { cwd: show, columns: 90, rows: 60, pause: 2000 };
  await takeTerminal('check', 'ppod check', await screenOf(`ppod check --as-of ${asOf}`, ofShow));
  cpSync(join(root, 'episodes'), join(show, 'episodes'), { recursive: true });
  await takeTerminal('status', 'ppod status', await screenOf(`ppod status --as-of ${asOf}`, ofShow));
  const answers = ['Harbour Talk', 'Harbour Partnership', 'Short talks about work by the water.'];
  const keys = [
    ...answers.flatMap((answer) => [['C-u'], ['-l', answer], ['Enter']]),
    ...[['C-u'], ['-l', 'https://example.org/harbour/'], ['Enter'], ['Enter'], ['Enter'], ['-l', 'edu']],
  ];
  const size = { cwd: scratch, columns: 90, rows: 40, keys, pause: 500 };
  await takeTerminal('init', 'ppod init harbour-talk', await screenOf('ppod init harbour-talk', size));
}

async function takeTerminal(name, command, printed) {
  await take(name, 200, (page) => page.setContent(windowOf(command, printed.trimEnd())), true);
}

/** `height` in pixels; with `isWhole`, as much more as the page has. */
async function take(name, height, open, isWhole = false) {
  const page = await browser.newPage({ viewport: { width: 900, height } });
  await open(page);
  const picture = await page.screenshot({ fullPage: isWhole });
  await sharp(picture)
    .png({ palette: true, quality: 80, effort: 10 })
    .toFile(join(pictures, `${name}.png`));
  await page.close();
}

function change(file, from, to) {
  const path = join(show, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
