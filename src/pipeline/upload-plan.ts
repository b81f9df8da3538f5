/** A file of dist/ as an object of a store. */
export interface Upload {
  /** Relative to dist/, with `/`. */
  readonly path: string;
  /** The object's whole name in its bucket. */
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** How the bytes in the store are packed; absent where they are those of the file. */
  readonly contentEncoding: 'gzip' | undefined;
}

export interface UploadPlanOptions {
  /** Pack texts: for a store that does not do so itself when it is asked. */
  readonly gzip?: boolean | undefined;
}

/** Notes to other kinds of hosts, without meaning in a store. */
const forOtherHosts: ReadonlySet<string> = new Set(['_headers', '.nojekyll']);

/** The files that name no other file, then those that feed and pages name, then the pages; the feed is a stage of its own. */
const stageOf = [
  /^media\//,
  // The search's list of its parts comes after them, with the pages.
  /^(?:assets|theme|search\/pagefind\/(?!pagefind-entry))|\/(?:chapters\.json|transcript\.[a-z]+)$/,
  /(?:)/,
];

/**
 * What goes up from dist/, in stages: nothing of a stage is sent before all of the stage before it is there, and the feed is
 * alone in the last. Within a stage in code-unit order.
 *
 * @param paths what ppod wrote, relative to dist/
 * @param prefix what all names begin with in the bucket: empty, or ending in `/`
 */
export function planUploads(
  paths: readonly string[],
  feed: string,
  prefix: string,
  { gzip = false }: UploadPlanOptions = {},
): Upload[][] {
  const stages: Upload[][] = [...stageOf.map(() => []), []];
  for (const path of [...paths].sort()) {
    if (forOtherHosts.has(path)) continue;
    const index = path === feed ? stageOf.length : stageOf.findIndex((form) => form.test(path));
    const contentType = typeOf(path === feed ? 'feed.xml' : path);
    stages[index]?.push({
      path,
      // Addresses are composed; the name on a Mac's disk may not be.
      key: prefix + path.normalize('NFC'),
      contentType,
      cacheControl: path === feed ? lifetimes.minutes : lifetimeOf(path),
      contentEncoding: gzip && packable.test(contentType) ? 'gzip' : undefined,
    });
  }
  return stages;
}

/**
 * The paths of dist/ that the feed names as audio, pictures, transcripts or chapters, with a tracking prefix or without. Links
 * in notes and to pages are not among them: they may lead to what others put on the same site.
 */
export function pathsNamedBy(feedText: string, feed: string): string[] {
  const text = withoutNotes(feedText);
  const self = [...text.matchAll(/<atom:link\b[^>]*>/g)].find(([tag]) => tag.includes('rel="self"'))?.[0];
  const address = /\bhref="https?:\/\/([^"]*)"/.exec(self ?? '')?.[1];
  if (address?.endsWith(`/${feed}`) !== true) return [];
  const site = address.slice(0, -feed.length);
  const paths = addressesIn(text).flatMap((url) => {
    const start = url.indexOf(site);
    return start === -1 ? [] : [decoded(url.slice(start + site.length))];
  });
  return [...new Set(paths)];
}

/** The last parts of all addresses of media that the feed names, wherever these are served: `tide.mp3`. */
export function mediaNamesIn(feedText: string): ReadonlySet<string> {
  return new Set(addressesIn(withoutNotes(feedText)).map((url) => decoded(url.slice(url.lastIndexOf('/') + 1))));
}

function withoutNotes(feedText: string): string {
  return feedText.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '');
}

function addressesIn(text: string): string[] {
  const named = text.matchAll(
    /<(?:enclosure|itunes:image|podcast:(?:transcript|chapters|source))\b[^>]*?\s(?:url|href|uri)="([^"]+)"/g,
  );
  return [...named].map(([, url = '']) => url);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** How an object is handed out by its store. */
export interface Serving {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly contentEncoding: string | undefined;
}

/** Whether an object is served as `upload` asks; stores may space and capitalise otherwise. */
export function isServedAs(upload: Upload, found: Serving): boolean {
  const plain = (value: string) => value.toLowerCase().replace(/\s+/g, '');
  return (
    plain(found.contentType) === plain(upload.contentType) &&
    plain(found.cacheControl) === plain(upload.cacheControl) &&
    found.contentEncoding === upload.contentEncoding
  );
}

/** Types that are texts: media and fonts are packed already. */
const packable = /^text\/|[/+](?:json|xml)\b|subrip/;

const lifetimes = {
  minutes: 'public, max-age=300',
  hour: 'public, max-age=3600',
  year: 'public, max-age=31536000',
  forEver: 'public, max-age=31536000, immutable',
} as const;

/** Names with a hash of the content never stand for anything else; audio keeps its name, so a reload may ask again. */
const hashed =
  /^assets\/[^/]*\.[\da-f]{8,}\.[a-z]+$|^media\/.*-[\da-f]{8}\.(?:jpg|png|webp|gif|svg|avif)$|^search\/pagefind\/(?:fragment|index)\//;

function lifetimeOf(path: string): string {
  if (hashed.test(path)) return lifetimes.forEver;
  if (path.startsWith('media/')) return lifetimes.year;
  return path.endsWith('.html') ? lifetimes.minutes : lifetimes.hour;
}

/** By the ending of the name. Apple's types for audio, so that the store says what the feed says. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml; charset=utf-8',
  xsl: 'application/xml; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/vnd.microsoft.icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  mov: 'video/quicktime',
  webm: 'video/webm',
};

/** The type that a file of dist/ is served with. */
export function typeOf(path: string): string {
  if (path.endsWith('/chapters.json')) return 'application/json+chapters';
  return types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
