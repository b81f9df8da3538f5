import { Buffer } from 'node:buffer';
import { decodeFeed } from '../feeds/decode-feed.ts';
import type { SourceFeed } from '../feeds/feed.ts';
import { readFeed } from '../feeds/read-feed.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fault } from './faults.ts';
import { type Answer, headerOf, isAnswer, type Observer } from './observer.ts';
import { reach } from './reach.ts';

/** Some readers stop at larger feeds (W3C feed validator). Bytes. */
const largestFeed = 1_000_000;

/** A feed that caches keep for longer is old news. Seconds. */
const longestCache = 3600;

/** Smaller texts gain nothing from compression. Bytes. */
const worthPacking = 1500;

/** The feed as it is served, and what is wrong with how. */
export async function verifyFeed(
  observer: Observer,
  url: string,
): Promise<{ feed: SourceFeed | undefined; faults: readonly Diagnostic[] }> {
  const headers = { 'Accept-Encoding': 'gzip, br' };
  const { answer, faults } = await reach(observer, url, { method: 'GET', headers, wantsBody: true });
  if (answer === undefined) return { feed: undefined, faults };
  const bytes = answer.bytes ?? Buffer.alloc(0);
  const type = headerOf(answer, 'content-type') ?? '';
  const feed = readFeed(decodeFeed(bytes, type).text, url);
  if (feed === undefined)
    return { feed, faults: [...faults, fault('feed-unreadable', url, 'What is served here is no RSS feed.')] };
  const served = observer.isServed ? await serviceFaults(observer, url, { answer, type, size: bytes.length }) : [];
  return { feed, faults: [...faults, ...selfFaults(url, feed), ...sizeFaults(url, bytes.length), ...served] };
}

interface Served {
  readonly answer: Answer;
  readonly type: string;
  /** Bytes, unpacked. */
  readonly size: number;
}

/** What only a server can do wrong. */
async function serviceFaults(observer: Observer, url: string, { answer, type, size }: Served): Promise<Diagnostic[]> {
  return [
    ...typeFaults(url, type),
    ...packingFaults(url, answer, size),
    ...cacheFaults(url, answer),
    ...(await validatorFaults(observer, url, answer)),
  ];
}

function selfFaults(url: string, { selfUrl }: SourceFeed): Diagnostic[] {
  if (selfUrl === url) return [];
  return [
    fault(
      'self-link',
      url,
      selfUrl === undefined ? 'The feed does not say where it is.' : `The feed says that it is at ${selfUrl}.`,
    ),
  ];
}

function sizeFaults(url: string, bytes: number): Diagnostic[] {
  return bytes <= largestFeed
    ? []
    : [fault('feed-size', url, `The feed has ${(bytes / 1e6).toFixed(1)} MB; some apps stop at 1 MB.`)];
}

function cacheFaults(url: string, answer: Answer): Diagnostic[] {
  const [, seconds] = /\bmax-age=(\d+)/i.exec(headerOf(answer, 'cache-control') ?? '') ?? [];
  if (seconds === undefined || Number(seconds) <= longestCache) return [];
  return [fault('cache', url, `Caches may keep the feed for ${Math.round(Number(seconds) / 3600)} hours.`)];
}

function typeFaults(url: string, type: string): Diagnostic[] {
  if (/^\s*(?:application\/(?:rss\+)?xml|text\/xml)\b/i.test(type)) return [];
  return [fault('feed-type', url, `The feed is sent as ${type === '' ? 'no type at all' : `"${type}"`}.`)];
}

function packingFaults(url: string, answer: Answer, bytes: number): Diagnostic[] {
  if (headerOf(answer, 'content-encoding') !== undefined || bytes < worthPacking) return [];
  return [fault('compression', url, `The feed, ${bytes} bytes, is sent uncompressed.`)];
}

async function validatorFaults(observer: Observer, url: string, answer: Answer): Promise<Diagnostic[]> {
  const [etag, modified] = [headerOf(answer, 'etag'), headerOf(answer, 'last-modified')];
  if (etag === undefined && modified === undefined)
    return [fault('validators', url, 'The feed carries neither ETag nor Last-Modified.')];
  const condition = {
    ...(etag !== undefined && { 'If-None-Match': etag }),
    ...(modified !== undefined && { 'If-Modified-Since': modified }),
  };
  const again = await observer.ask(url, { method: 'GET', headers: { 'Accept-Encoding': 'gzip, br', ...condition } });
  if (isAnswer(again) && again.status === 304) return [];
  const found = isAnswer(again) ? `${again.status}` : 'nothing';
  return [fault('validators', url, `Asked whether the feed has changed, the server answers ${found} in place of 304.`)];
}
