import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Observer } from '../../src/verification/observer.ts';
import { reach } from '../../src/verification/reach.ts';
import { verifyFeed } from '../../src/verification/verify-feed.ts';
import { ppodAsync } from '../cli/ppod-async.ts';
import { copyOfShow, ppod } from '../cli/project.ts';
import { serve } from '../import/server.ts';

const asOf = '2026-06-01T00:00:00Z';

const types: Readonly<Record<string, string>> = {
  '.xml': 'application/rss+xml; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/x-m4a',
  '.jpg': 'image/jpeg',
  '.vtt': 'text/vtt',
  '.srt': 'application/x-subrip',
  '.json': 'application/json',
  '.html': 'text/html',
  '.txt': 'text/plain',
};

/** What a server can do wrong. */
interface Faults {
  readonly type?: string;
  readonly isUnpacked?: boolean;
  readonly hasNoValidators?: boolean;
  readonly refusesHead?: boolean;
  readonly knowsNoRanges?: boolean;
  readonly hasNoAccess?: boolean;
}

/** A static server of a folder, as it should be unless told otherwise. */
function folderServer(folder: string, faults: Faults = {}): RequestListener {
  return (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname);
    const file = join(folder, path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    if (faults.refusesHead && request.method === 'HEAD') return void response.writeHead(405).end();
    const bytes = readFileSync(file);
    const headers = headersFor(file, bytes, faults);
    if (headers['ETag'] !== undefined && request.headers['if-none-match'] === headers['ETag']) {
      return void response.writeHead(304, headers).end();
    }
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (from !== undefined && !faults.knowsNoRanges) {
      const range = { ...headers, 'Content-Range': `bytes ${from}-${to}/${bytes.length}` };
      return void response.writeHead(206, range).end(bytes.subarray(Number(from), Number(to) + 1));
    }
    sendWhole(request, response, { bytes, headers, isPacked: path.endsWith('.xml') && !faults.isUnpacked });
  };
}

function headersFor(file: string, bytes: Buffer, faults: Faults): Record<string, string> {
  return {
    'Content-Type': faults.type ?? types[extname(file)] ?? 'application/octet-stream',
    ...(!faults.hasNoAccess && { 'Access-Control-Allow-Origin': '*' }),
    ...(!faults.hasNoValidators && { ETag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}"` }),
  };
}

function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, headers, isPacked }: { bytes: Buffer; headers: Record<string, string>; isPacked: boolean },
): void {
  const packing = isPacked && request.headers['accept-encoding']?.includes('gzip');
  const body = packing ? gzipSync(bytes) : bytes;
  response.writeHead(200, {
    ...headers,
    'Content-Length': body.length,
    ...(packing && { 'Content-Encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The repository's show, built for the address under which a server of this test serves it. */
async function liveShow(faults: Faults = {}): Promise<{ folder: string; url: string }> {
  const folder = copyOfShow();
  const { base } = await serve(folderServer(join(folder, 'dist'), faults));
  expect(ppod(folder, ['build', '--as-of', asOf, '--base-url', `${base}/`]).status).toBe(0);
  return { folder, url: `${base}/feed.xml` };
}

async function verify(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = await ppodAsync(folder, ['verify', ...args, '--format', 'json', '-q']);
  expect(stderr).toBe('');
  const report: {
    findings: { rule: string; file: string; message: string }[];
    episodes: number;
    verified: number;
    addresses: number;
    elsewhere: number;
  } = JSON.parse(stdout);
  return { status, ...report, rules: [...new Set(report.findings.map(({ rule }) => rule))].sort() };
}

test('a show on a good server has nothing to complain about, and so has dist/ itself', async () => {
  const { folder, url } = await liveShow();
  expect(await verify(folder, url)).toMatchObject({ status: 0, findings: [], episodes: 3, verified: 3 });
  expect(await verify(folder, '--local')).toMatchObject({ status: 0, findings: [], episodes: 3, verified: 3 });
  const sampled = await verify(folder, url, '--sample', '2');
  expect(sampled).toMatchObject({ status: 0, episodes: 3, verified: 2 });
});

test('of dist/ itself, what lies on other servers is counted, not passed over in silence', async () => {
  const { folder } = await liveShow();
  const show = join(folder, 'show.md');
  writeFileSync(show, readFileSync(show, 'utf8').replace('---\n', '---\naudioPrefix: https://op3.example.org/e/\n'));
  expect(ppod(folder, ['build', '--as-of', asOf]).status).toBe(0);
  expect(await verify(folder, '--local')).toMatchObject({ status: 0, findings: [], verified: 3, elsewhere: 3 });
  const { stderr } = await ppodAsync(folder, ['verify', '--local']);
  expect(stderr).toContain('Not at 3 on other servers: ');
});

test.each<[string, Faults, readonly string[], number]>([
  ['a wrong type', { type: 'text/html' }, ['verify-feed-type', 'verify-type'], 0],
  ['no compression', { isUnpacked: true }, ['verify-compression'], 0],
  ['no validators', { hasNoValidators: true }, ['verify-validators'], 0],
  ['no byte ranges', { knowsNoRanges: true }, ['verify-ranges'], 1],
  ['no access for players elsewhere', { hasNoAccess: true }, ['verify-cors'], 0],
])('a server with %s is found out', async (_name, faults, rules, status) => {
  const { folder, url } = await liveShow(faults);
  expect(await verify(folder, url)).toMatchObject({ status, rules });
});

test('a server that refuses HEAD is found out, also for pictures', async () => {
  const { folder, url } = await liveShow({ refusesHead: true });
  expect((await verify(folder, url)).rules).toEqual(['verify-head', 'verify-unreachable']);
});

test('what is missing, cut short or of another build is found, live and in dist/', async () => {
  const { folder, url } = await liveShow();
  const dist = join(folder, 'dist');
  const media = join(dist, 'media/hearing-the-child.mp3');
  const bytes = readFileSync(media);
  rmSync(media);
  writeFileSync(media, bytes.subarray(0, 1000));
  rmSync(join(dist, 'media/what-you-will-hear.mp3'));
  writeFileSync(join(dist, 'episodes/hearing-the-child/chapters.json'), '{}');
  for (const where of [[url], ['--local']]) {
    const { status, findings } = await verify(folder, ...where);
    expect(status).toBe(1);
    expect(findings.map(({ rule, file }) => `${rule} ${file.slice(file.lastIndexOf('/') + 1)}`)).toEqual([
      ...[
        'verify-chapters chapters.json',
        'verify-length hearing-the-child.mp3',
        'verify-unreachable what-you-will-hear.mp3',
      ],
    ]);
  }
});

test('a feed at another address than it says, and one that is none, are errors', async () => {
  const { folder, url } = await liveShow();
  writeFileSync(join(folder, 'dist/copy.xml'), readFileSync(join(folder, 'dist/feed.xml')));
  expect(await verify(folder, url.replace('feed.xml', 'copy.xml'))).toMatchObject({
    status: 1,
    rules: ['verify-self-link'],
  });
  appendFileSync(join(folder, 'dist/page.xml'), '<html><p>Hello</p></html>');
  expect(await verify(folder, url.replace('feed.xml', 'page.xml'))).toMatchObject({
    status: 1,
    rules: ['verify-feed-unreadable'],
  });
  expect(await verify(folder, url.replace('feed.xml', 'none.xml'))).toMatchObject({
    status: 1,
    rules: ['verify-unreachable'],
  });
  expect((await ppodAsync(folder, ['verify', 'feed.xml'])).status).toBe(2);
  expect((await ppodAsync(folder, ['verify'])).status).toBe(2);
});

test('a certificate that is not in order is named', async () => {
  const folder = copyOfShow();
  // A server without any certificate: no browser and no app would talk to it.
  const server = createServer((_request, response) => void response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  expect(await verify(folder, `https://127.0.0.1:${port}/feed.xml`)).toMatchObject({
    status: 1,
    rules: ['verify-certificate'],
  });
});

test('a way that leads on to http is an error, even when something is there', async () => {
  const url = 'https://example.org/talk.mp3';
  const insecure = 'http://example.org/talk.mp3';
  const observer: Observer = {
    isServed: true,
    covers: () => true,
    ask: async () => ({ status: 200, headers: {}, redirects: [url, insecure, url], bytes: undefined }),
  };
  const { answer, faults } = await reach(observer, url, { method: 'HEAD' });
  expect(answer?.status).toBe(200);
  expect(faults).toEqual([expect.objectContaining({ rule: 'verify-insecure', severity: 'error', file: url })]);
});

test('a feed that is large, or that caches keep for days, is named', async () => {
  const url = 'https://example.org/feed.xml';
  const item = '<item><enclosure url="https://example.org/a.mp3"/></item>';
  const xml = `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="self" href="${url}"/>${item.repeat(25_000)}</channel></rss>`;
  const headers = {
    'content-type': 'text/xml',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=86400',
    etag: '"a"',
  };
  const observer: Observer = {
    isServed: true,
    covers: () => true,
    ask: async (_url, question) => ({
      status: question.headers?.['If-None-Match'] === undefined ? 200 : 304,
      headers,
      redirects: [url],
      bytes: Buffer.from(xml),
    }),
  };
  const { faults } = await verifyFeed(observer, url);
  expect(faults.map(({ rule }) => rule)).toEqual(['verify-feed-size', 'verify-cache']);
});
