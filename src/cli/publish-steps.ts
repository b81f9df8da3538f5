import { join } from 'node:path';
import { concurrently } from '../node/concurrently.ts';
import { MachineFailure } from '../node/machine-failure.ts';
import type { ObjectStore } from '../node/object-store.ts';
import { checksumOf, partBytes, type UploadTask, upload as uploadFile } from '../node/object-store-upload.ts';
import { isServedAs, type Upload } from '../pipeline/upload-plan.ts';
import type { Destination } from './publish-destination.ts';
import type { Talk } from './talk.ts';

/** One run of `ppod publish`. */
export interface Publication {
  readonly store: ObjectStore;
  readonly destination: Destination;
  /** The build: its absolute path, its name for the user, its files with their sizes. */
  readonly folder: string;
  readonly out: string;
  readonly files: ReadonlyMap<string, number>;
  readonly stages: readonly (readonly Upload[])[];
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
  /** Names of objects below the prefix that are not of this build. */
  readonly strangers: readonly string[];
}

/** Transfers at the same time, and short questions at the same time. */
const concurrency = { transfers: 4, questions: 16 } as const;

/**
 * What the store lacks. An object counts as unchanged when its size, the SHA-256 that ppod stored with it, its type and its
 * lifetime are those of the file; so a later ppod that serves files otherwise sends them again.
 */
export async function compareWithStore(publication: Publication): Promise<Comparison> {
  const { store, destination, folder, out, files, stages, talk } = publication;
  const uploads = stages.flat();
  const there = await store.list(destination.prefix);
  const changes = new Map<Upload, Change>();
  let done = 0;
  await concurrently(uploads, concurrency.questions, async (upload) => {
    const bytes = files.get(upload.path) ?? 0;
    const local = { file: join(folder, upload.path), name: `${out}/${upload.path}`, bytes };
    const sha256 = await checksumOf(local);
    const { key, contentType, cacheControl } = upload;
    const isSame: UploadTask['isSame'] = (found) =>
      found.bytes === bytes && found.sha256 === sha256 && isServedAs(upload, found);
    const found = there.get(key) === bytes ? await store.head(key) : undefined;
    if (found === undefined || !isSame(found)) {
      changes.set(upload, {
        upload,
        task: { ...local, key, headers: { contentType, cacheControl, sha256, place: destination.prefix }, isSame },
      });
    }
    talk.progress(`Comparing ${++done} of ${uploads.length}: ${upload.path}`);
  });
  const own = new Set(uploads.map(({ key }) => key));
  return {
    changed: uploads.flatMap((upload) => changes.get(upload) ?? []),
    unchanged: uploads.length - changes.size,
    strangers: [...there.keys()].filter((key) => !own.has(key)).sort(),
  };
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
  for (const { key, path } of stages.slice(0, -1).flat()) {
    const bytes = files.get(path);
    // A list may lag behind; the object itself does not.
    if (there.get(key) === bytes || (await store.head(key))?.bytes === bytes) continue;
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
