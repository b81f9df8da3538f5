import { randomUUID } from 'node:crypto';
import { chmodSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { explainFailure, MachineFailure } from './machine-failure.ts';
import { resolveInside } from './project-files.ts';

/**
 * Puts `after` in place of a file of the project: whole or not at all, with the permissions it had. A symbolic link stays
 * one. Throws a `MachineFailure` when the machine will not, or when somebody has changed the file since it was `before`.
 *
 * @param path relative to `root`, with `/`
 */
export async function replaceFile(root: string, path: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  let draft: string | undefined;
  try {
    const file = resolveInside(root, path);
    if (file === undefined || !(await readFile(file)).equals(before)) {
      const message = `${path} was changed by somebody else meanwhile, so ppod left it as it is.`;
      throw new MachineFailure(message, 'Close it in other programs, then run ppod again.', 'ESTALE');
    }
    draft = `${file}.${randomUUID()}`;
    // In one go, so that Ctrl-C leaves no draft behind.
    writeFileSync(draft, after, { flag: 'wx' });
    chmodSync(draft, statSync(file).mode);
    renameSync(draft, file);
  } catch (error) {
    if (draft !== undefined) await rm(draft, { force: true }).catch(() => undefined);
    throw error instanceof MachineFailure ? error : explainFailure(error, 'write', path);
  }
}
