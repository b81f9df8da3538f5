import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainFailure, isSystemError } from './machine-failure.ts';

/**
 * Writes `contents` to a file that is not there yet, folders included. `false`, and nothing
 * done, when there is one. Throws a `MachineFailure`; then nothing is left behind.
 *
 * @param path relative to `root`, with `/`
 */
export async function writeNew(root: string, path: string, contents: string | Uint8Array): Promise<boolean> {
  const target = join(root, path);
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(target, 'wx').catch((error: unknown) => {
      if (isSystemError(error, 'EEXIST')) return undefined;
      throw error;
    });
    if (file === undefined) return false;
    try {
      await file.writeFile(contents);
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    throw explainFailure(error, 'write', path);
  }
}

/**
 * Copies the file at `source`, an absolute path, to one that is not there yet. Its bytes never stand in memory, and the
 * copy appears whole or not at all. Throws a `MachineFailure`, also when there is such a file.
 *
 * @param path relative to `root`, with `/`
 */
export async function copyNew(root: string, path: string, source: string): Promise<void> {
  const target = join(root, path);
  // Listings of the project leave out names that begin with a dot: one that is left by a kill disturbs nobody.
  const draft = join(dirname(target), `.${basename(target)}.part`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, draft);
    // Takes the name, and nobody else's.
    await (await open(target, 'wx')).close();
    await rename(draft, target);
  } catch (error) {
    throw explainFailure(error, 'copy', path);
  } finally {
    await rm(draft, { force: true });
  }
}
