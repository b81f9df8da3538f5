// Takes the pictures of docs/: a page of the show, one of an episode, and a terminal. Needs Chromium, and the build.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs/pictures');
const dist = mkdtempSync(join(tmpdir(), 'pictures-'));
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.jpg': 'image/jpeg' };
const prefix = '/the-p-pod/';

const ppod = (...args) =>
  spawnSync(process.execPath, [join(root, 'build/main.js'), '-C', root, ...args], { encoding: 'utf8' });

ppod('build', '--out', dist, '--as-of', '2026-11-22T12:00:00Z');
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(prefix, '/');
  const file = path.endsWith('/') ? `${path}index.html` : path;
  try {
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(join(dist, file)));
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await new Promise((ready) => server.once('listening', ready));
const site = `http://127.0.0.1:${server.address().port}${prefix}`;

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
await take('show', 900, (page) => page.goto(site));
await take('episode', 900, (page) => page.goto(`${site}episodes/hearing-the-child/`));
const status = ppod('status', '--as-of', '2026-11-22T12:00:00Z', '--color', 'always').stdout;
await take('terminal', 490, (page) => page.setContent(terminal('ppod status', status)));
await browser.close();
server.close();
rmSync(dist, { recursive: true });

async function take(name, height, open) {
  const page = await browser.newPage({ viewport: { width: 900, height } });
  await open(page);
  const picture = await page.screenshot();
  await sharp(picture)
    .png({ palette: true, quality: 80, effort: 10 })
    .toFile(join(pictures, `${name}.png`));
  await page.close();
}

/** What a command prints, with its colours, as a window. */
function terminal(command, printed) {
  const escaped = printed.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const styles = { 1: 'font-weight:bold', 33: 'color:#f5d76e', 36: 'color:#7fdbff' };
  const [first, ...rest] = escaped.split('\u001b[');
  const coloured = rest.map((part) => {
    const [code] = part.split('m', 1);
    const tag = styles[code] === undefined ? '</span>' : `<span style="${styles[code]}">`;
    return tag + part.slice(code.length + 1);
  });
  return `<body style="margin:0;background:#1e1e2e;color:#e8e8f0;font:15px/1.45 monospace;padding:1.2em">
    <pre style="margin:0;white-space:pre-wrap">$ ${command}\n${first}${coloured.join('')}</pre></body>`;
}
