import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { decodeFeed } from '../feeds/decode-feed.ts';
import type { SourceFeed } from '../feeds/feed.ts';
import { joinPages, readFeed } from '../feeds/read-feed.ts';
import { fetchFile } from '../node/fetch-text.ts';
import { MachineFailure } from '../node/machine-failure.ts';
import { UsageError } from './usage-error.ts';

/** A feed that the user named. */
export interface NamedFeed {
  readonly feed: SourceFeed;
  /** Where it was fetched from; absent for a file. */
  readonly url: string | undefined;
  /** The folder of the file; absent for an address. */
  readonly folder: string | undefined;
  /** The host of the address, which the user named, so that it may be private. */
  readonly named: ReadonlySet<string>;
}

/** Larger feeds than this exist nowhere. Bytes. */
const feedLimit = 50_000_000;

/** Pages of one feed. */
const pageLimit = 200;

/** Reads the feed at an address, or in a file of the working folder or of `root`, all its pages. Throws a UsageError, or a MachineFailure when it cannot be reached. */
export async function openFeed(name: string, root: string): Promise<NamedFeed> {
  if (!/^https?:\/\//i.test(name)) {
    const file = [resolve(name), resolve(root, name)].find((path) => existsSync(path)) ?? name;
    const bytes = await readFile(file).catch(() => {
      throw new UsageError(`There is no file "${name}". Give the address of a feed, or a file that holds one.`);
    });
    return { feed: parse(bytes, '', name), url: undefined, folder: dirname(file), named: new Set() };
  }
  if (!URL.canParse(name)) throw new UsageError(`"${name}" is not a web address.`);
  const named = new Set([new URL(name).host]);
  const pages: [SourceFeed, ...SourceFeed[]] = [await fetchFeed(name, named)];
  const seen = new Set([name]);
  for (let next = pages[0].nextPageUrl; next !== undefined && !seen.has(next) && pages.length < pageLimit; ) {
    seen.add(next);
    const page = await fetchFeed(next, named);
    pages.push(page);
    next = page.nextPageUrl;
  }
  return { feed: joinPages(pages), url: name, folder: undefined, named };
}

async function fetchFeed(url: string, named: ReadonlySet<string>): Promise<SourceFeed> {
  try {
    const { bytes, contentType } = await fetchFile(url, { limit: feedLimit, named });
    return parse(bytes, contentType, url);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const remedy =
      'Nothing was done. Try again when the network is well; or give a saved copy of the feed, such as dist/feed.xml, in place of the address.';
    throw new MachineFailure(`The feed could not be read. ${reason}`, remedy, 'FEED', { cause: error });
  }
}

function parse(bytes: Uint8Array, contentType: string, name: string): SourceFeed {
  const { text, oddities } = decodeFeed(bytes, contentType);
  const feed = readFeed(text, /^https?:/i.test(name) ? name : undefined);
  if (feed === undefined) {
    const found = /<feed[\s>]/.test(text)
      ? 'an Atom feed, which carries no podcast'
      : /<html/i.test(text)
        ? 'a web page'
        : 'something else';
    throw new UsageError(`"${name}" is not an RSS feed but ${found}. Give the address that podcast apps use.`);
  }
  return { ...feed, oddities: [...oddities, ...feed.oddities] };
}
