import { writeFileSync } from 'node:fs';
import { constants, copyFile, mkdir, readFile, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainFailure, isSystemError } from './machine-failure.ts';

/** What became of a file that an import wanted to write. */
export type Written = 'new' | 'same' | 'kept';

/**
 * Writes a text file of a new project; never in the place of a text that a person may have written. `earlier` are texts that an
 * import that was cut short may have left, which are nobody's work. Throws a `MachineFailure`.
 */
export async function writeNew(
  root: string,
  path: string,
  text: string,
  earlier: readonly string[] = [],
): Promise<Written> {
  const file = join(root, path);
  try {
    const there = await readIfThere(file);
    if (there === text) return 'same';
    if (there !== undefined && !earlier.includes(there)) return 'kept';
    await mkdir(dirname(file), { recursive: true });
    // In one go: Ctrl-C must not leave the half of it, which the next run would take for a person's work.
    writeFileSync(file, text, { flag: there === undefined ? 'wx' : 'w' });
    return 'new';
  } catch (error) {
    throw explainFailure(error, 'write', path);
  }
}

/** Copies a picture of this machine into media/ and answers its path in the project. A file of that name that is there already is used. */
export async function copyIntoMedia(root: string, file: string): Promise<string> {
  const path = `media/${basename(file)}`;
  try {
    await mkdir(join(root, 'media'), { recursive: true });
    await copyFile(file, join(root, path), constants.COPYFILE_EXCL);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw explainFailure(error, 'copy', file);
  }
  return path;
}

/** Removes the folder of unfinished transfers when nothing unfinished is left in it. */
export async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
