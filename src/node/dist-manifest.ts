import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isOutputPath } from './dist-paths.ts';
import { isSystemError } from './machine-failure.ts';

/** The name of the list, inside ppod's own folder in dist/. */
export const manifestName = 'manifest.json';

export interface Manifest {
  /** The list as it stands on disk, or `undefined`. */
  readonly text: string | undefined;
  /** What ppod wrote into dist/; empty when the list is missing or not to be trusted. */
  readonly paths: readonly string[];
  readonly isTrusted: boolean;
}

/**
 * Reads the list of what ppod wrote. On its word files are deleted, so it is believed only whole: a list
 * that was edited, cut short or merged no longer matches its own checksum and counts as missing.
 */
export function readManifest(file: string): Manifest {
  const { text, paths } = readList(file);
  const isTrusted = text !== undefined && paths.every(isOutputPath) && formatManifest(paths) === text;
  return { text, paths: isTrusted ? paths : [], isTrusted };
}

/** The list as it stands, whoever wrote it: enough to see whether it has changed. */
export function readList(file: string): Pick<Manifest, 'text' | 'paths'> {
  let text: string | undefined;
  try {
    text = readFileSync(file, 'utf8');
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && 'files' in data && Array.isArray(data.files)) {
      const listed: unknown[] = data.files;
      return { text, paths: listed.filter((path) => typeof path === 'string') };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isSystemError(error, 'ENOENT')) throw error;
  }
  return { text, paths: [] };
}

/** The list as text: the same bytes for the same paths, in code-unit order. */
export function formatManifest(paths: Iterable<string>): string {
  const files = [...paths].sort();
  const checksum = createHash('sha256').update(files.join('\n')).digest('hex');
  return `${JSON.stringify({ about: 'Files that ppod wrote, so that it can remove them.', checksum, files }, undefined, 1)}\n`;
}
