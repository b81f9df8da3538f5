import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Podcast, Project } from '../model/project.ts';
import { send } from '../node/http.ts';
import { planBuild } from '../pipeline/build.ts';
import { hasError } from '../pipeline/check.ts';
import { diffWithFeed } from '../pipeline/diff.ts';
import { harmKinds } from '../subscribers/kinds.ts';
import { exitCodes } from './exit-codes.ts';
import { type NamedFeed, openFeed } from './feed-source.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import { type GlobalOptions, report } from './report.ts';
import { talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface DiffCommandOptions extends GlobalOptions {
  readonly asOf?: string;
  readonly allow?: readonly string[];
}

/** `ppod diff [FEED]`: what subscribers of FEED would notice. Its findings are what was asked for, so they go to standard output. */
export async function runDiff(name: string | undefined, options: DiffCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const root = resolve(options.root);
  checkKinds(options.allow ?? []);
  const plan = await planBuild(await diskPorts(options.root, options.asOf), loadProgress(talk));
  talk.clear();
  const { project, podcast } = plan;
  if (podcast === undefined) {
    await report(project, plan.diagnostics, { ...options, stream: 'stdout' });
    talk.say('These come first: as it is, the show cannot be built, so there is nothing to compare.');
    return exitCodes.findings;
  }
  const feedName = name ?? lastFeed(root, podcast.show.feed);
  const found = await diffWith(await openFeed(name ?? join(root, feedName), root), { project, podcast }, options.allow);
  const harm = found.filter(({ severity }) => severity === 'error').length;
  const facts = { feed: feedName, harm, changes: found.length - harm };
  if (options.format === 'text') await reportText(project, found, options);
  else await report(project, found, { ...options, facts, stream: 'stdout' });
  talk.say(
    harm === 0
      ? `No harm to the subscribers of ${feedName}.`
      : `${harm} of these would harm the subscribers of ${feedName}.`,
  );
  return hasError(found) ? exitCodes.findings : exitCodes.done;
}

/** Compares with a feed that was read, and with the size of its cover where that has the address of ours. */
export async function diffWith(
  { feed, url, folder, named }: NamedFeed,
  { project, podcast }: { readonly project: Project; readonly podcast: Podcast },
  allow: readonly string[] = [],
): Promise<readonly Diagnostic[]> {
  const { artwork, site } = podcast;
  const isSameArt = feed.image === artwork.url;
  const served = isSameArt
    ? folder === undefined
      ? await servedBytes(artwork.url, named)
      : fileBytes(join(folder, decodeURIComponent(artwork.url.slice(site.length))))
    : undefined;
  return diffWithFeed({ project, podcast }, feed, {
    allow,
    address: url,
    artworkBytes: served === undefined ? undefined : { before: served, after: artwork.bytes },
  });
}

/** Throws a UsageError for a word that is no kind of harm. */
export function checkKinds(allow: readonly string[]): void {
  const wrong = allow.find((kind) => !harmKinds.includes(kind));
  if (wrong === undefined) return;
  throw new UsageError(`"${wrong}" is no kind of harm. --allow takes ${harmKinds.join(', ')}.`);
}

function lastFeed(root: string, feed: string): string {
  const file = join('dist', feed);
  if (existsSync(join(root, file))) return file;
  throw new UsageError(`There is no ${file} to compare with. Give the address of the feed, or a file.`);
}

function fileBytes(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/** What the server says of a file's size; a server that says nothing proves nothing. */
async function servedBytes(url: string, named: ReadonlySet<string>): Promise<number | undefined> {
  try {
    const { status, headers, body } = await send(url, { method: 'HEAD', named });
    body.destroy();
    return status === 200 && headers['content-length'] !== undefined ? Number(headers['content-length']) : undefined;
  } catch {
    return undefined;
  }
}

/** Harm in full; of what merely changes a line each, and no more of one kind than a person reads. */
export async function reportText(
  project: Project,
  found: readonly Diagnostic[],
  options: GlobalOptions,
): Promise<void> {
  const grave = found.filter(({ severity }) => severity !== 'info');
  if (grave.length > 0) await report(project, grave, { ...options, stream: 'stdout' });
  const changes = new Map<string, Diagnostic[]>();
  for (const change of found.filter(({ severity }) => severity === 'info')) {
    changes.set(change.rule, [...(changes.get(change.rule) ?? []), change]);
  }
  const lines = [...changes].flatMap(([rule, same]) => [
    `${rule} (${same.length})`,
    ...same.slice(0, longestList).map(({ file, message }) => `  ${file}: ${message}`),
    ...(same.length > longestList ? [`  and ${same.length - longestList} more; --format json lists all`] : []),
  ]);
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

const longestList = 10;
