import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ppodAsync } from '../cli/ppod-async.ts';
import { emptyFolder, repository } from '../cli/project.ts';
import { type Answer, serve } from './server.ts';

const fixtures = join(import.meta.dirname, '../media/fixtures');
const audio = readFileSync(join(fixtures, 'cbr-info.mp3'));
const cover = readFileSync(join(repository, 'media/the-p-pod.jpg'));
const asOf = '2026-06-01';

interface Item {
  readonly file: string;
  readonly length?: number;
  readonly more?: string;
}

function feedOf(base: string, items: readonly Item[], more = ''): string {
  const item = ({ file, length = audio.length, more: tags = '' }: Item, index: number) => `<item>
      <title>Talk about ${file.replace(/\W+/g, ' ')}</title><guid>${base}/?p=${file}</guid>
      <pubDate>Mon, ${String(28 - index).padStart(2, '0')} Apr 2025 09:00:00 EST</pubDate>
      <description>&lt;p&gt;Notes that say what ${file} is about, in a sentence or two.&lt;/p&gt;</description>
      <enclosure url="${base}/${file}" length="${length}" type="audio/mpeg"/>${tags}</item>`;
  return `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>Harbour Lights</title><link>https://harbour.example.org/</link><language>en-gb</language>
    <description>Talks about a harbour and the people who keep it going.</description>
    <itunes:author>Example Harbour</itunes:author><itunes:explicit>clean</itunes:explicit>
    <itunes:category text="Government &amp; Organizations"><itunes:category text="Local"/></itunes:category>
    <itunes:image href="${base}/art.jpg"/>${more}${items.map(item).join('')}</channel></rss>`;
}

/** A well-meaning server of the audio: ranges, validators. */
function sendAudio(...[request, response]: Parameters<Answer>): void {
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  const start = from === undefined ? 0 : Number(from);
  const range = start > 0 ? { 'Content-Range': `bytes ${start}-${audio.length - 1}/${audio.length}` } : {};
  response.writeHead(start > 0 ? 206 : 200, { ...range, ETag: '"one"', 'Content-Length': audio.length - start });
  response.end(audio.subarray(start));
}

function sendAll(bytes: Buffer, type: string): Answer {
  return (_request, response) => void response.writeHead(200, { 'Content-Type': type }).end(bytes);
}

const srt = '1\n00:00:01,000 --> 00:00:02,500\nSam: Welcome to the harbour.\n';

test('an import survives a bad server: what can be had is had, what cannot is named, nothing is invented', {
  timeout: 120_000,
}, async () => {
  const ranges: string[] = [];
  let cuts = 0;
  let busy = 0;
  let isHealed = false;
  let atOnce = 0;
  let most = 0;
  const other = await serve(sendAudio);
  const answers: Record<string, Answer> = {
    '/feed.xml': (request, response) => {
      expect(request.headers['accept-encoding']).toContain('gzip');
      response.writeHead(200, { 'Content-Type': 'application/rss+xml', 'Content-Encoding': 'gzip' });
      response.end(gzipSync(feedOf(base, items, '<atom:link rel="next" href="feed-2.xml"/>')));
    },
    '/feed-2.xml': (_request, response) => void response.end(feedOf(base, older)),
    '/art.jpg': sendAll(cover, 'image/jpeg'),
    '/good.srt': (_request, response) =>
      void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(srt)),
    '/page.json': sendAll(Buffer.from('<!doctype html><p>Log in</p>'), 'text/html'),
    '/good.mp3': sendAudio,
    '/old.mp3': sendAudio,
    '/lies.mp3': sendAudio,
    '/cut.mp3': (request, response) => {
      ranges.push(request.headers.range ?? '');
      if (cuts++ > 0) return sendAudio(request, response);
      response.writeHead(200, { ETag: '"one"', 'Content-Length': audio.length });
      response.write(audio.subarray(0, 1000), () => setTimeout(() => request.socket.destroy(), 50));
    },
    '/busy.mp3': (request, response) => {
      if (busy++ > 1) return sendAudio(request, response);
      response.writeHead(503, { 'Retry-After': '0' }).end();
    },
    '/slow.mp3': (_request, response) => {
      response.writeHead(200, { 'Content-Length': audio.length });
      let at = 0;
      const drip = () => {
        response.write(audio.subarray(at, at + 2000));
        at += 2000;
        if (at < audio.length) setTimeout(drip, 20);
        else response.end();
      };
      drip();
    },
    '/loop.mp3': (_request, response) => void response.writeHead(302, { Location: '/loop.mp3' }).end(),
    '/gone.mp3': (request, response) => (isHealed ? sendAudio(request, response) : void response.writeHead(404).end()),
    '/inside.mp3': (_request, response) => void response.writeHead(302, { Location: `${other.base}/secret.mp3` }).end(),
    '/login.mp3': sendAll(Buffer.from('<html>Log in</html>'), 'text/html'),
  };
  const { base } = await serve((request, response) => {
    most = Math.max(most, ++atOnce);
    response.on('close', () => atOnce--);
    const { pathname } = new URL(request.url ?? '', base);
    const answer = pathname.endsWith('passwd.mp3') ? sendAudio : answers[pathname];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  const transcripts = `<podcast:transcript url="${base}/good.srt" type="application/srt"/>
    <podcast:chapters url="${base}/page.json" type="application/json+chapters"/>`;
  const items: readonly Item[] = [
    { file: 'good.mp3', more: transcripts },
    { file: 'lies.mp3', length: 7 },
    ...['cut.mp3', 'busy.mp3', 'slow.mp3', 'loop.mp3', 'gone.mp3', 'inside.mp3', 'login.mp3'].map((file) => ({ file })),
    { file: '..%2f..%2f..%2fetc%2fpasswd.mp3' },
  ];
  const older = [{ file: 'old.mp3' }];

  const folder = emptyFolder();
  const args = [
    'import',
    `${base}/feed.xml`,
    '-C',
    'new show',
    '--site',
    'https://harbour.example.org/show/',
    '--as-of',
    asOf,
  ];
  const { status, stdout, stderr } = await ppodAsync(folder, args);
  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(most).toBeLessThanOrEqual(4);

  const media = readdirSync(join(folder, 'new show/media')).sort();
  expect(media).toEqual([
    'art.jpg',
    'busy.mp3',
    'cut.mp3',
    'etc-passwd.mp3',
    'good.mp3',
    'lies.mp3',
    'old.mp3',
    'slow.mp3',
  ]);
  for (const name of media.filter((name) => name !== 'art.jpg')) {
    expect(readFileSync(join(folder, 'new show/media', name)).equals(audio), name).toBe(true);
  }
  expect(ranges).toEqual(['', 'bytes=1000-']);
  expect(readdirSync(folder)).toEqual(['new show']);
  expect(readdirSync(join(folder, 'new show')).sort()).toEqual(['episodes', 'media', 'show.md']);

  expect(stdout).toContain('11 of 11 items');
  for (const words of [
    'loop.mp3 leads round in a circle',
    'gone.mp3: there is nothing at this address',
    'secret.mp3 leads into a private network',
    'login.mp3 gives a web page',
    'page.json is a web page',
    'The feed states 7 bytes for media/lies.mp3',
    'no subscriber comes to harm',
  ]) {
    expect(stdout).toContain(words);
  }
  const episode = (name: string) => readFileSync(join(folder, 'new show/episodes', name), 'utf8');
  expect(episode('2025-04-28-talk-about-good-mp3.md')).toContain(
    `date: 2025-04-28T09:00:00-05:00\naudio: media/good.mp3\nguid: ${base}/?p=good.mp3\nguidIsPermaLink: true\n`,
  );
  expect(episode('2025-04-28-talk-about-good-mp3.transcript.srt')).toBe(srt);
  const gone = '2025-04-22-talk-about-gone-mp3.md';
  expect(episode(gone)).toContain(
    `audio: ${base}/gone.mp3\nenclosure:\n  length: ${audio.length}\n  type: audio/mpeg\n`,
  );

  expect((await ppodAsync(folder, args)).status).toBe(2);
  isHealed = true;
  const before = statSync(join(folder, 'new show/media/good.mp3')).mtimeMs;
  await ppodAsync(folder, [...args, '--resume']);
  expect(episode(gone)).toContain('audio: media/gone.mp3\nguid:');
  expect(statSync(join(folder, 'new show/media/good.mp3')).mtimeMs).toBe(before);
});

test('a locked feed needs its owner; a private address needs to be named; nothing is written without', async () => {
  const { base } = await serve(
    (_request, response) =>
      void response.end(feedOf(base, [{ file: 'a.mp3' }], '<podcast:locked>yes</podcast:locked>')),
  );
  const folder = emptyFolder();
  const locked = await ppodAsync(folder, ['import', `${base}/feed.xml`, '-C', 'show']);
  expect(locked).toMatchObject({ status: 2, stderr: expect.stringContaining('--i-own-this') });
  expect(existsSync(join(folder, 'show/show.md'))).toBe(false);
  const owned = ['import', `${base}/feed.xml`, '-C', 'show', '--i-own-this', '--no-downloads', '--as-of', asOf];
  expect((await ppodAsync(folder, owned)).stdout).toContain('1 of 1 items');
  expect(readFileSync(join(folder, 'show/show.md'), 'utf8')).toContain('locked: true');
});
