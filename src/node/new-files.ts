import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainFailure, isSystemError } from './machine-failure.ts';

/**
 * Writes `contents` (or copies what `contents` writes) to a file that is not there yet, folders included. `false`, and nothing
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
