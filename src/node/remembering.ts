import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory, Ports } from '../ports.ts';
import { fileStamp } from './file-stamp.ts';

/**
 * The same ports for a preview, which builds again and again: what is found out about a file of the folder `root`, or made of it,
 * is taken again until the file changes.
 */
export function remembering(root: string, ports: Ports): Ports {
  const { files, media, pictures, waveforms } = ports;
  const kept = <A extends readonly unknown[], T>(
    fileOf: (...args: NoInfer<A>) => string,
    ask: (...args: A) => Promise<T>,
  ) => unlessUnchanged((...args: A) => join(root, fileOf(...args)), ask);
  const first = (path: string, ..._about: readonly unknown[]) => path;
  return {
    ...ports,
    files: { list: files.list, read: kept(first, files.read) },
    media: { audio: kept(first, media.audio), image: kept(first, media.image) },
    pictures: pictures && {
      isReady: pictures.isReady,
      resize: kept(first, pictures.resize),
      drawCard: kept(({ artwork }) => artwork, pictures.drawCard),
    },
    waveforms: waveforms && { measure: kept(first, waveforms.measure) },
    memory: inMemory(),
  };
}

/** For as long as the program runs; one thing about each file. */
function inMemory(): Memory {
  const known = new Map<string, { readonly digest: string; readonly value: unknown }>();
  return {
    get: (what, digest) => {
      const kept = known.get(what);
      return kept?.digest === digest ? kept.value : undefined;
    },
    set: (what, digest, value) => known.set(what, { digest, value }),
  };
}

/** Asks again only when the file has changed, or about something else. */
function unlessUnchanged<A extends readonly unknown[], T>(
  fileOf: (...args: A) => string,
  ask: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  const known = new Map<string, { readonly stamp: string; readonly answer: T }>();
  return async (...args) => {
    const key = JSON.stringify(args);
    const stamp = stampOf(fileOf(...args));
    const earlier = known.get(key);
    if (stamp !== undefined && earlier?.stamp === stamp) return earlier.answer;
    const answer = await ask(...args);
    if (stamp !== undefined) known.set(key, { stamp, answer });
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
