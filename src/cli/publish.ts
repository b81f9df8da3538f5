import { resolve } from 'node:path';
import { type FinishedDist, readFinishedDist } from '../node/finished-dist.ts';
import { ObjectStore } from '../node/object-store.ts';
import { findIdentity } from '../node/object-store-credentials.ts';
import { pathsNamedBy, planUploads } from '../pipeline/upload-plan.ts';
import { exitCodes } from './exit-codes.ts';
import { print } from './print.ts';
import { connectionTo, parseDestination } from './publish-destination.ts';
import { compareWithStore, type Publication, prune, sendAll } from './publish-steps.ts';
import { type GlobalOptions, reportFindings } from './report.ts';
import { talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface PublishCommandOptions extends GlobalOptions {
  /** The folder that was built. */
  readonly out: string;
  readonly endpoint?: string;
  readonly region?: string;
  readonly prune?: boolean;
  readonly dryRun?: boolean;
  readonly gzip?: boolean;
}

/** `ppod publish DEST`: dist/ to an S3-compatible store, the feed last, so that it never names what is not there. */
export async function runPublish(dest: string, options: PublishCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const destination = parseDestination(dest, options, process.env);
  const dist = openDist(options);
  const { files, folder, feed } = dist;
  const store = new ObjectStore(connectionTo(destination, await findIdentity(process.env)));
  const stages = planUploads([...files.keys()], feed.path, destination.prefix, options);
  const publication: Publication = {
    ...{ store, destination, folder, out: options.out, files, stages, talk },
    feedText: feed.text,
    elsewhere: namedButAbsent(dist).filter(isMedia),
  };
  const comparison = await compareWithStore(publication);
  if (options.dryRun !== true) await sendAll(publication, comparison);
  const removed = options.prune === true ? await prune(publication, comparison, options.dryRun === true) : [];
  talk.clear();
  const uploaded = comparison.changed.map(({ upload }) => upload.path);
  if (options.format !== 'text') {
    const facts = { uploaded, unchanged: comparison.unchanged, removed, ...(options.dryRun && { dryRun: true }) };
    await reportFindings([], new Map(), { ...options, facts, stream: 'stdout' });
  } else if (options.dryRun === true) {
    print('stdout', planText(comparison.changed, removed));
  }
  const bytes = comparison.changed.reduce((sum, { task }) => sum + task.bytes, 0);
  const kept = comparison.strangers.length - removed.length;
  talk.say(
    `${options.dryRun === true ? 'Would send' : 'Sent'} ${count(uploaded.length, 'file')} (${(bytes / 1e6).toFixed(1)} MB) to ${destination.name}; ${comparison.unchanged} unchanged${removed.length > 0 ? `; ${removed.length} removed` : ''}.`,
  );
  for (const line of remarks(dist, kept, options)) talk.say(line);
  return exitCodes.done;
}

/** The build, when it is whole: everything listed is there, and so is everything that the feed names, media aside. */
function openDist({ root, out }: PublishCommandOptions): FinishedDist {
  const dist = readFinishedDist(resolve(root, out));
  if (dist === undefined) {
    throw new UsageError(`There is no finished build in ${out}/. Run ppod build first, then ppod publish.`);
  }
  const missing = [...dist.missing, ...namedButAbsent(dist).filter((path) => !isMedia(path))];
  const [first] = missing;
  if (first !== undefined) {
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
    throw new UsageError(
      `${out}/ is not whole: ${first}${more} is part of the podcast and not there. Run ppod build again, then ppod publish.`,
    );
  }
  return dist;
}

function namedButAbsent({ files, feed }: FinishedDist): readonly string[] {
  const composed = new Set([...files.keys()].map((name) => name.normalize('NFC')));
  return pathsNamedBy(feed.text, feed.path).filter((path) => !files.has(path) && !composed.has(path));
}

/** Recordings may lie in the store only. */
function isMedia(path: string): boolean {
  return path.startsWith('media/');
}

type Changed = Awaited<ReturnType<typeof compareWithStore>>['changed'];

function planText(changed: Changed, removed: readonly string[]): string {
  const lines = changed.map(
    ({ upload, task }) =>
      `send    ${upload.path}  (${[`${task.bytes} bytes`, upload.contentType, upload.cacheControl, upload.contentEncoding].filter(Boolean).join(', ')})`,
  );
  return [...lines, ...removed.map((path) => `remove  ${path}`), ''].join('\n');
}

function* remarks(
  dist: FinishedDist,
  kept: number,
  { out, prune: isPruning }: PublishCommandOptions,
): Iterable<string> {
  if (dist.foreign.length > 0) {
    const shown = dist.foreign.slice(0, 3).join(', ');
    const more = dist.foreign.length > 3 ? ', …' : '';
    yield `Left out: ${count(dist.foreign.length, 'file')} in ${out}/ that ppod did not write (${shown}${more}).`;
  }
  if (kept <= 0) return;
  yield isPruning === true
    ? `${count(kept, 'file')} there did not come from ppod and stayed.`
    : `${count(kept, 'file')} there ${kept === 1 ? 'is' : 'are'} not part of this build. --prune removes what ppod put there; apps that have not fetched the new feed yet may still want it for an hour.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
