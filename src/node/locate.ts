import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';

/** The absolute path of a file, links followed; or why it may not be opened. */
export type Location = { readonly file: string } | { readonly failure: { readonly kind: 'outside' | 'not-a-file' } };

/** Finds paths below `root` and nowhere else. Throws what the system throws, such as ENOENT. */
export function locator(root: string): (path: string) => Promise<Location> {
  let realRoot: Promise<string> | undefined;
  return async (path) => {
    if (isAbsolute(path) || isOutside(normalize(path))) return { failure: { kind: 'outside' } };
    realRoot ??= realpath(root);
    const file = await realpath(join(root, path));
    if (isOutside(relative(await realRoot, file))) return { failure: { kind: 'outside' } };
    return (await stat(file)).isFile() ? { file } : { failure: { kind: 'not-a-file' } };
  };
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}
