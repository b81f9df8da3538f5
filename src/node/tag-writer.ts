import { createHash } from 'node:crypto';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { ByteSource } from '../media/byte-source.ts';
import { endOfAudio, leadingTags } from '../media/id3.ts';
import { withFile } from './byte-source.ts';
import { withDraft } from './draft.ts';
import { explainFailure, MachineFailure } from './machine-failure.ts';

export interface TagReport {
  /** SHA-256 of everything between the tags, in hexadecimal: the same in the source and in the copy. */
  readonly hash: string;
  /** Bytes between the tags. */
  readonly bytes: number;
}

const chunkBytes = 1024 * 1024;

/**
 * Copies an MP3 with `tag` in place of the tags that it has, and proves by reading the copy again that the sound in it is
 * what it was, byte for byte. The copy appears whole or not at all; the source is only read. No more than a piece of
 * either is in memory. Throws a `MachineFailure`. `undefined` when a damaged tag hides where the sound begins.
 */
export async function copyWithTag(source: string, target: string, tag: Uint8Array): Promise<TagReport | undefined> {
  try {
    return await withDraft(target, async (draft) => await writeAndProve(source, { target, draft }, tag));
  } catch (error) {
    throw explainFailure(error, 'write', target);
  }
}

async function writeAndProve(
  source: string,
  { target, draft }: { readonly target: string; readonly draft: string },
  tag: Uint8Array,
): Promise<TagReport | undefined> {
  const before = await withFile(source, async (bytes) => await writeDraft(bytes, draft, tag));
  if (before === undefined) return undefined;
  const after = await withFile(draft, async (bytes) => await soundOf(bytes));
  if (after === undefined || after.hash !== before.hash || after.bytes !== before.bytes) {
    throw new MachineFailure(
      'The sound in the copy is not what it was.',
      'The copy was deleted and the original is untouched. Check the disk, then run ppod tag again.',
      'EIO',
    );
  }
  await rename(draft, target);
  return before;
}

async function writeDraft(source: ByteSource, draft: string, tag: Uint8Array): Promise<TagReport | undefined> {
  const file = await open(draft, 'w');
  try {
    await file.write(tag);
    return await soundOf(source, file);
  } finally {
    await file.close();
  }
}

/** Reads all between the tags, into `copy` too when there is one. */
async function soundOf(source: ByteSource, copy?: FileHandle): Promise<TagReport | undefined> {
  const { end: start, isDamaged } = await leadingTags(source);
  if (isDamaged) return undefined;
  const end = await endOfAudio(source, start);
  const hash = createHash('sha256');
  for (let offset = start; offset < end; offset += chunkBytes) {
    const bytes = await source.read(offset, Math.min(chunkBytes, end - offset));
    hash.update(bytes);
    await copy?.write(bytes);
  }
  return { hash: hash.digest('hex'), bytes: end - start };
}
