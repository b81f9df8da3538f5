/** The absolute, percent-encoded address of a path of dist/ under `site` (which ends in `/`). */
export function urlOf(site: string, path: string): string {
  return site + encodePath(path);
}

/** What most paths consist of, and nothing of which is ever encoded. */
const plain = /^[\w./~-]*$/;

/** Percent-encodes each segment of a `/` path, composed (NFC) first, so that every file system yields the same address. */
export function encodePath(path: string): string {
  if (plain.test(path)) return path;
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

/** Whether a name in frontmatter is a web address, not that of a file. */
export function isAddress(name: string): boolean {
  return /^https?:/i.test(name);
}

/** Where a file of media/ is served when the show has a `mediaBase`: `media/2026/a.mp3` is `2026/a.mp3` there. */
export function mediaAddress(mediaBase: string, path: string): string {
  return urlOf(withSlash(mediaBase), path.replace(/^media\//, ''));
}

/** The base of other addresses: percent-encoded, and ending in a slash. */
export function withSlash(url: string): string {
  const { href } = new URL(url);
  return href.endsWith('/') ? href : `${href}/`;
}
