import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';

/** The absolute path of a file, links followed; or why it may not be opened. */
export type Location = { readonly file: string } | { readonly failure: { readonly kind: 'outside' | 'not-a-file' } };

/** Finds `path` below `root` and nowhere else. Throws what the system throws, such as ENOENT. */
export async function locate(root: string, path: string): Promise<Location> {
  if (isAbsolute(path) || isOutside(normalize(path))) return { failure: { kind: 'outside' } };
  const [realRoot, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
  if (isOutside(relative(realRoot, file))) return { failure: { kind: 'outside' } };
  return (await stat(file)).isFile() ? { file } : { failure: { kind: 'not-a-file' } };
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}
