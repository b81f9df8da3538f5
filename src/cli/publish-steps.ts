import { join } from 'node:path';
import { concurrently } from '../node/concurrently.ts';
import { MachineFailure } from '../node/machine-failure.ts';
import type { ObjectStore } from '../node/object-store.ts';
import { checksumOf, partBytes, type UploadTask, upload as uploadFile } from '../node/object-store-upload.ts';
import { isServedAs, mediaNamesIn, type Upload } from '../pipeline/upload-plan.ts';
import type { Destination } from './publish-destination.ts';
import type { Talk } from './talk.ts';
import { UsageError } from './usage-error.ts';

/** One run of `ppod publish`. */
export interface Publication {
  readonly store: ObjectStore;
  readonly destination: Destination;
  /** The build: its absolute path, its name for the user, its files with their sizes. */
  readonly folder: string;
  readonly out: string;
  readonly files: ReadonlyMap<string, number>;
  readonly stages: readonly (readonly Upload[])[];
  /** The feed's text. */
  readonly feedText: string;
  /** Media that the feed names under the site's own address and the build does not hold: paths of dist/. */
  readonly elsewhere: readonly string[];
  readonly talk: Talk;
}

/** A file that the store lacks, or has otherwise. */
export interface Change {
  readonly upload: Upload;
  readonly task: UploadTask;
}

export interface Comparison {
  /** In the order of the stages. */
  readonly changed: readonly Change[];
  readonly unchanged: number;
  /** Names of objects below the prefix that are not of this build, and whose like its feed does not name. */
  readonly strangers: readonly string[];
}

/** Transfers at the same time, and short questions at the same time. */
const concurrency = { transfers: 4, questions: 16 } as const;

/**
 * What the store lacks. An object counts as unchanged when its size, the SHA-256 that ppod stored with it, its type, lifetime
 * and packing are those of the file; so a later ppod that serves files otherwise sends them again. Throws a `UsageError` when the
 * feed names media that are neither in the build nor in the store.
 */
export async function compareWithStore(publication: Publication): Promise<Comparison> {
  const { store, destination, folder, out, files, stages, feedText, talk } = publication;
  const uploads = stages.flat();
  const there = await store.list(destination.prefix);
  await confirmElsewhere(publication, there);
  const changes = new Map<Upload, Change>();
  let done = 0;
  await concurrently(uploads, concurrency.questions, async (upload) => {
    const bytes = files.get(upload.path) ?? 0;
    const local = { file: join(folder, upload.path), name: `${out}/${upload.path}`, bytes };
    const sha256 = await checksumOf(local);
    const { path: _, key, ...serving } = upload;
    const isWhole = (stored: number) => stored === bytes || upload.contentEncoding !== undefined;
    const isSame: UploadTask['isSame'] = (found) =>
      isWhole(found.bytes) && found.sha256 === sha256 && isServedAs(upload, found);
    const listed = there.get(key);
    const found = listed !== undefined && isWhole(listed) ? await store.head(key) : undefined;
    if (found === undefined || !isSame(found)) {
      changes.set(upload, {
        upload,
        task: { ...local, key, headers: { ...serving, sha256, place: destination.prefix }, isSame },
      });
    }
    talk.progress(`Comparing ${++done} of ${uploads.length}: ${upload.path}`);
  });
  const own = new Set(uploads.map(({ key }) => key));
  // A recording that this machine does not hold may be served from here, under whatever address.
  const named = mediaNamesIn(feedText);
  const isNamed = (key: string) =>
    key.startsWith(`${destination.prefix}media/`) && named.has(key.slice(key.lastIndexOf('/') + 1));
  return {
    changed: uploads.flatMap((upload) => changes.get(upload) ?? []),
    unchanged: uploads.length - changes.size,
    strangers: [...there.keys()].filter((key) => !own.has(key) && !isNamed(key)).sort(),
  };
}

async function confirmElsewhere(
  { store, destination, elsewhere, out }: Publication,
  there: ReadonlyMap<string, number>,
) {
  for (const path of elsewhere) {
    const key = destination.prefix + path;
    if (there.has(key) || (await store.head(key)) !== undefined) continue;
    throw new UsageError(
      `The feed names ${path}, which is neither in ${out}/ nor at ${destination.name}. Upload it there, or put it into media/ and run ppod build; then run ppod publish again.`,
    );
  }
}

/** Sends what changed, stage by stage; before the feed, looks whether all the rest has arrived. */
export async function sendAll(publication: Publication, { changed }: Comparison): Promise<void> {
  const { store, stages, talk } = publication;
  const total = changed.reduce((sum, { task }) => sum + task.bytes, 0);
  let sent = 0;
  const send = async ({ upload, task }: Change) => {
    const tell = () => talk.progress(`Sending ${upload.path} (${megabytes(sent)} of ${megabytes(total)} MB in all)`);
    tell();
    await uploadFile(store, task, {
      concurrency: concurrency.transfers,
      onSent(bytes) {
        sent += bytes;
        tell();
      },
    });
  };
  for (const [index, stage] of stages.entries()) {
    const inStage = new Set(stage);
    const pending = changed.filter(({ upload }) => inStage.has(upload));
    if (index === stages.length - 1 && pending.length > 0) await confirmArrival(publication);
    const isLarge = ({ task }: Change) => task.bytes > partBytes;
    await concurrently(
      pending.filter((change) => !isLarge(change)),
      concurrency.transfers,
      send,
    );
    // A large file goes in parts that are themselves sent side by side.
    for (const change of pending.filter(isLarge)) await send(change);
  }
}

/** Throws when something that the feed may name is not there, whole: another program may have removed it meanwhile. */
async function confirmArrival({ store, destination, files, stages }: Publication): Promise<void> {
  const there = await store.list(destination.prefix);
  for (const { key, path, contentEncoding } of stages.slice(0, -1).flat()) {
    const isArrived = (bytes: number | undefined) =>
      contentEncoding === undefined ? bytes === files.get(path) : bytes !== undefined;
    // A list may lag behind; the object itself does not.
    if (isArrived(there.get(key)) || isArrived((await store.head(key))?.bytes)) continue;
    throw new MachineFailure(
      `${path} was sent and is not at ${destination.name} now, so the feed was not changed.`,
      'Check that no other program works in the same place, then run ppod publish again.',
      'STORE',
    );
  }
}

/**
 * Removes what an earlier build put there and this one does not have; what ppod did not send to this very place stays. What lies higher goes
 * first, since an old feed names what lies deeper. Answers the paths, relative to the prefix.
 */
export async function prune(
  { store, destination, talk }: Publication,
  { strangers }: Comparison,
  isRehearsal: boolean,
): Promise<string[]> {
  const own: string[] = [];
  await concurrently(strangers, concurrency.questions, async (key) => {
    if ((await store.head(key))?.place === destination.prefix) own.push(key);
  });
  const depth = (key: string) => key.split('/').length;
  for (const level of [...new Set(own.map(depth))].sort((a, b) => a - b)) {
    await concurrently(
      own.filter((key) => depth(key) === level),
      concurrency.transfers,
      async (key) => {
        talk.progress(`Removing ${key}`);
        if (!isRehearsal) await store.remove(key);
      },
    );
  }
  return own.map((key) => key.slice(destination.prefix.length)).sort();
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
