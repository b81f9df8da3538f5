import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFile } from '../model/media.ts';
import type { MediaProbe } from '../ports.ts';

/** A probe that measures a file again only when its size or time changed: for a preview, which builds again and again. */
export function rememberingProbe(root: string, probe: MediaProbe): MediaProbe {
  const known = new Map<string, { readonly stamp: string; readonly file: MediaFile }>();
  const remember = (kind: keyof MediaProbe) => async (path: string) => {
    const found = await stat(join(root, path), { bigint: true }).catch(() => undefined);
    const stamp = found === undefined ? '' : `${found.size} ${found.mtimeNs} ${found.ino}`;
    const before = known.get(`${kind} ${path}`);
    if (before !== undefined && stamp !== '' && before.stamp === stamp) return before.file;
    const file = await probe[kind](path);
    known.set(`${kind} ${path}`, { stamp, file });
    return file;
  };
  return { audio: remember('audio'), image: remember('image') };
}
