/** What the name of a media file in frontmatter stands for. */
export type ResolvedName =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' };

/**
 * Finds the file that `name` means among `paths`, every file under media/. The folder may be left out; file systems
 * that compose letters differently (NFC, NFD) are met half-way, a difference of case is not: web servers know no such mercy.
 */
export function resolveMediaName(name: string, paths: readonly string[]): ResolvedName {
  const clean = name
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .normalize('NFC');
  if (/^(?:[A-Za-z]:)?\//.test(clean) || clean.split('/').includes('..')) return { kind: 'outside' };
  const wanted = clean.startsWith('media/') ? [clean] : [`media/${clean}`];
  const path = paths.find((candidate) => wanted.includes(candidate.normalize('NFC')));
  if (path !== undefined) return { kind: 'file', path };
  const isFolder = paths.some((candidate) =>
    candidate.normalize('NFC').startsWith(`${wanted[0]}/`.replace(/\/+$/, '/')),
  );
  return { kind: isFolder ? 'folder' : 'missing' };
}
