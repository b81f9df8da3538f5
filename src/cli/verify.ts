import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeFeed } from '../feeds/decode-feed.ts';
import { readFeed } from '../feeds/read-feed.ts';
import { distObserver } from '../node/dist-observer.ts';
import { liveObserver } from '../node/live-observer.ts';
import { hasError } from '../pipeline/check.ts';
import type { Observer } from '../verification/observer.ts';
import { verify } from '../verification/verify.ts';
import { exitCodes } from './exit-codes.ts';
import { type GlobalOptions, reportFindings } from './report.ts';
import { talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface VerifyCommandOptions extends GlobalOptions {
  readonly sample?: string;
  readonly local?: boolean;
  readonly out: string;
}

/** `ppod verify URL`: what is really served, as apps and directories ask for it. Its findings go to standard output. */
export async function runVerify(url: string | undefined, options: VerifyCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const sample = sampleOf(options.sample);
  const target = options.local === true ? await localTarget(options) : liveTarget(url);
  const { faults, episodes, verified, addresses, elsewhere } = await verify(target.observer, target.url, {
    sample,
    onProgress: (done, total, address) => talk.progress(`Verifying ${done} of ${total}: ${address}`),
  });
  talk.clear();
  const facts = { feed: target.url, episodes, verified, addresses, elsewhere };
  await reportFindings(faults, new Map(), { ...options, facts, stream: 'stdout' });
  talk.say(`Looked at ${addresses} addresses of ${verified} of ${episodes} episodes.`);
  if (elsewhere > 0)
    talk.say(`Not at ${elsewhere} on other servers: ppod verify with the feed's address asks these as well.`);
  return hasError(faults) ? exitCodes.findings : exitCodes.done;
}

interface Target {
  readonly url: string;
  readonly observer: Observer;
}

function liveTarget(url: string | undefined): Target {
  if (url === undefined) throw new UsageError('Give the address of the feed; or --local, to verify dist/ itself.');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new UsageError(`"${url}" is not a web address. Write it like https://example.org/podcast/feed.xml.`);
  }
  return { url, observer: liveObserver(new Set([new URL(url).host])) };
}

/** dist/ as it would be served: the feed itself says where. */
async function localTarget({ root, out }: VerifyCommandOptions): Promise<Target> {
  const dist = resolve(root, out);
  const name = await feedIn(dist);
  const { text } = decodeFeed(await readFile(join(dist, name)));
  const url = readFeed(text)?.selfUrl;
  if (url === undefined)
    throw new UsageError(`${join(out, name)} does not say where it is served. Run ppod build first.`);
  return { url, observer: distObserver(dist, url.slice(0, url.lastIndexOf('/') + 1)) };
}

/** The feed among the files of `dist`, whatever show.md calls it. */
async function feedIn(dist: string): Promise<string> {
  const names = await readdir(dist).catch((): string[] => []);
  const candidates = ['feed.xml', ...names.sort()].filter(
    (name) => names.includes(name) && /\.(?:xml|rss)$/i.test(name),
  );
  for (const name of candidates) {
    const { text } = decodeFeed(await readFile(join(dist, name)));
    if (/<rss[\s>]/.test(text)) return name;
  }
  throw new UsageError(`There is no feed in "${dist}". Run ppod build first, or name the folder with --out.`);
}

function sampleOf(sample: string | undefined): number | undefined {
  if (sample === undefined) return undefined;
  if (/^[1-9]\d*$/.test(sample)) return Number(sample);
  throw new UsageError(`"${sample}" is not a number of episodes. Write --sample like 10.`);
}
