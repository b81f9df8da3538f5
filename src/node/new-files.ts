import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withDraft } from './draft.ts';
import { explainFailure, isSystemError } from './machine-failure.ts';

// What must not be seen half-done is done in one go, without a pause in which Ctrl-C could end the program.

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
    if (!claim(target)) return false;
    try {
      writeFileSync(target, contents);
    } catch (error) {
      rmSync(target, { force: true });
      throw error;
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
  try {
    await mkdir(dirname(target), { recursive: true });
    await withDraft(target, async (draft) => {
      await copyFile(source, draft);
      // Takes the name, and nobody else's.
      closeSync(openSync(target, 'wx'));
      renameSync(draft, target);
    });
  } catch (error) {
    throw explainFailure(error, 'copy', path);
  }
}

/** An empty file of that name, unless there is one. */
function claim(target: string): boolean {
  try {
    closeSync(openSync(target, 'wx'));
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}
