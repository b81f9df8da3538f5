/** The absolute, percent-encoded address of a path of dist/ under `site` (which ends in `/`). */
export function urlOf(site: string, path: string): string {
  return site + encodePath(path);
}

/** Percent-encodes each segment of a `/` path, composed (NFC) first, so that every file system yields the same address. */
export function encodePath(path: string): string {
  return path
    .normalize('NFC')
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

/** The folder of an episode in dist/. */
export function episodeFolder(slug: string): string {
  return `episodes/${slug}`;
}
