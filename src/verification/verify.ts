import { identityOf, type SourceFeed } from '../feeds/feed.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { Observer } from './observer.ts';
import { verifyFeed } from './verify-feed.ts';
import { verifyChapters, verifyEnclosure, verifyPicture, verifyTranscript } from './verify-files.ts';

export interface VerifyOptions {
  /** Look at this many episodes only, spread over the whole feed. */
  readonly sample?: number | undefined;
  readonly onProgress?: (done: number, total: number, url: string) => void;
}

export interface VerifyReport {
  readonly faults: readonly Diagnostic[];
  readonly episodes: number;
  /** How many of them were looked at. */
  readonly verified: number;
  /** Addresses that were asked for. */
  readonly addresses: number;
  /** Addresses on servers that the observer does not cover. */
  readonly elsewhere: number;
}

/** Questions at the same time. */
const concurrency = 4;

/** Looks at everything that the feed at `url` promises, as apps and directories would ask for it. */
export async function verify(
  observer: Observer,
  url: string,
  { sample, onProgress }: VerifyOptions = {},
): Promise<VerifyReport> {
  const { feed, faults } = await verifyFeed(observer, url);
  if (feed === undefined) return { faults, episodes: 0, verified: 0, addresses: 1, elsewhere: 0 };
  const items = feed.items.filter((item) => identityOf(item) !== undefined);
  const chosen = spread(items, sample);
  const named = [...tasksFor({ ...feed, items: chosen }, observer)];
  const tasks = named.filter(([address]) => observer.covers(address));
  const found: (readonly Diagnostic[])[] = [];
  const queue = tasks.entries();
  let done = 0;
  const worker = async () => {
    for (const [index, [address, look]] of queue) {
      found[index] = await look();
      onProgress?.(++done, tasks.length, address);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const all = [...faults, ...found.flat()].sort(compareDiagnostics);
  return {
    faults: all,
    episodes: items.length,
    verified: chosen.length,
    addresses: tasks.length + 1,
    elsewhere: named.length - tasks.length,
  };
}

type Task = () => Promise<readonly Diagnostic[]>;

/** Each address once, however many episodes name it. */
function tasksFor({ image, items }: SourceFeed, observer: Observer): ReadonlyMap<string, Task> {
  const tasks = new Map<string, Task>();
  for (const picture of [image, ...items.map((item) => item.image)]) {
    if (picture !== undefined) tasks.set(picture, () => verifyPicture(observer, picture));
  }
  for (const { enclosures, transcripts, chaptersUrl } of items) {
    const [enclosure] = enclosures;
    if (enclosure !== undefined) tasks.set(enclosure.url, () => verifyEnclosure(observer, enclosure));
    for (const { url, type } of transcripts) tasks.set(url, () => verifyTranscript(observer, url, type));
    if (chaptersUrl !== undefined) tasks.set(chaptersUrl, () => verifyChapters(observer, chaptersUrl));
  }
  return tasks;
}

/** `count` of the items at equal distances, the first among them. */
function spread<T>(items: readonly T[], count = items.length): readonly T[] {
  if (count >= items.length) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}
