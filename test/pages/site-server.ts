import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Podcast } from '../../src/model/project.ts';
import { render } from './render.ts';

export interface SiteServer {
  /** Where the show's page is: the path of `site` included. */
  readonly url: string;
  /** Paths that were asked for and not there. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  // As GitHub Pages sends it. Chromium shows application/rss+xml as plain text.
  xml: 'application/xml; charset=utf-8',
  jpg: 'image/svg+xml',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
};

/** A published show: where it would be, and all its files by their path in dist/. */
export interface PublishedSite {
  readonly site: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The pages of a show in memory, with a minute of silence for audio and plain squares for pictures. */
export function inMemory(podcast: Podcast): PublishedSite {
  const files = new Map<string, Uint8Array>();
  for (const [path, text] of render(podcast)) files.set(path, Buffer.from(text));
  for (const { enclosure } of podcast.episodes) files.set(enclosure.path, silence(60));
  const square = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>');
  for (const { path } of [podcast.artwork, ...podcast.pictures]) files.set(path, square);
  files.set(podcast.show.feed, Buffer.from(feedOf(podcast)));
  return { site: podcast.site, files };
}

/** As much of a feed as a person sees who opens it in a browser. */
function feedOf({ site, show, episodes }: Podcast): string {
  const items = episodes.map(
    ({ slug }) =>
      `<item><title>Episode ${slug}</title><itunes:title>Again</itunes:title><description>&lt;p&gt;Notes</description></item>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/css" href="theme/feed.css"?>',
    '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>The feed</title><link>${site}</link><atom:link href="${site}${show.feed}"/>${items.join('')}</channel></rss>`,
  ].join('');
}

/** Serves a site on this machine under the path that it would have, as a static host would. */
export async function serve({ site, files }: PublishedSite): Promise<SiteServer> {
  const prefix = new URL(site).pathname;
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    // For an XML file a browser asks for a picture of its tab, as it should not for pages, which name theirs.
    if (address === '/favicon.ico' && request.headers.referer?.endsWith('.xml')) {
      response.writeHead(204).end();
      return;
    }
    const path = address.startsWith(prefix) ? address.slice(prefix.length) : `outside${address}`;
    const bytes = files.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    if (bytes === undefined) {
      missing.push(address);
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(files.get('404.html'));
      return;
    }
    send(response, bytes, types[/\.(\w+)$/.exec(path)?.[1] ?? 'html'] ?? 'text/plain', request.headers.range);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}${prefix}`, missing, close: () => closeServer(server) };
}

function send(response: ServerResponse, bytes: Uint8Array, type: string, range = ''): void {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const common = { 'content-type': type, 'accept-ranges': 'bytes' };
  if (first === undefined) {
    response.writeHead(200, { ...common, 'content-length': bytes.length }).end(bytes);
    return;
  }
  const [start, end] = [Number(first), Math.min(Number(last || bytes.length - 1), bytes.length - 1)];
  response
    .writeHead(206, { ...common, 'content-range': `bytes ${start}-${end}/${bytes.length}` })
    .end(bytes.subarray(start, end + 1));
}

/** A WAV file of so many seconds: 8 kHz, 8 bits, one channel. */
function silence(seconds: number): Buffer {
  const samples = Buffer.alloc(seconds * 8000, 0x80);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

function portOf(server: Server): number {
  // A server that listens on TCP always answers with an AddressInfo.
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
