import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaFile } from '../model/media.ts';
import type { MediaProbe, ProjectFiles } from '../ports.ts';
import { fileStamp } from './file-stamp.ts';

/** A probe that measures a file again only when it has changed: for a preview, which builds again and again. */
export function rememberingProbe(root: string, probe: MediaProbe): MediaProbe {
  const remember = (kind: keyof MediaProbe) => unlessUnchanged<MediaFile>(root, (path) => probe[kind](path));
  return { audio: remember('audio'), image: remember('image') };
}

/** Files that are read again only when they have changed; until then their bytes are the same object. */
export function rememberingFiles(root: string, files: ProjectFiles): ProjectFiles {
  return { list: files.list, read: unlessUnchanged(root, files.read) };
}

function unlessUnchanged<T>(root: string, ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, { readonly stamp: string; readonly answer: T }>();
  return async (path) => {
    const stamp = stampOf(join(root, path));
    const earlier = known.get(path);
    if (stamp !== undefined && earlier?.stamp === stamp) return earlier.answer;
    const answer = await ask(path);
    if (stamp !== undefined) known.set(path, { stamp, answer });
    return answer;
  };
}

function stampOf(file: string): string | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats && fileStamp(stats);
  } catch {
    return undefined;
  }
}
