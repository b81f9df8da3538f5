/** What the name of a media file in frontmatter stands for. */
export type ResolvedName =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder' }
  /** `path`: where it would be. */
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'outside' };

/**
 * Finds the file that a name means among `paths`, every file under media/. The folder may be left out; file systems
 * that compose letters differently (NFC, NFD) are met half-way, a difference of case is not: web servers know no such mercy.
 */
export function mediaNames(paths: readonly string[]): (name: string) => ResolvedName {
  const files = new Map(paths.map((path) => [path.normalize('NFC'), path]));
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  return (name) => {
    const clean = name
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, '')
      .normalize('NFC');
    if (/^(?:[A-Za-z]:)?\//.test(clean) || clean.split('/').includes('..')) return { kind: 'outside' };
    const wanted = clean === 'media' || clean.startsWith('media/') ? clean : `media/${clean}`;
    const path = files.get(wanted);
    if (path !== undefined) return { kind: 'file', path };
    return folders.has(wanted) ? { kind: 'folder' } : { kind: 'missing', path: wanted };
  };
}

/** `media` and `media/2026` of `media/2026/a.mp3`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
