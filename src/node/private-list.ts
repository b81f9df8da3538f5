import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PrivateList } from '../ports.ts';
import { explainFailure, isSystemError } from './machine-failure.ts';

/** Bytes beyond which a file is no list of names. */
const largest = 10_000_000;

/**
 * The list of what must never be published, for the show in `root`. It may lie anywhere on this machine, since it
 * does not belong beside files that are public. A path of PPOD_NEVER_PUBLISH begins at the working folder.
 */
export function privateList(root: string, env: NodeJS.ProcessEnv): PrivateList {
  const setting = env['PPOD_NEVER_PUBLISH'];
  return {
    setting: setting === undefined || setting === '' ? undefined : resolve(setting),
    read: async (path) => {
      const file = resolve(root, path);
      try {
        const found = await stat(file);
        // Anything but a file is not read: a pipe would be waited on for ever.
        return found.isFile() && found.size <= largest ? await readFile(file) : undefined;
      } catch (error) {
        if (isSystemError(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'))
          return undefined;
        throw explainFailure(error, 'read', path);
      }
    },
  };
}
