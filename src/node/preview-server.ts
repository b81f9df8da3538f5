import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface PreviewSite {
  /** The folder of the pages. */
  readonly folder: string;
  /** The show project, from which audio and pictures are served as they are. */
  readonly root: string;
  /** Paths of the site that are files of the project: dist path to project path. */
  readonly copies: ReadonlyMap<string, string>;
  /** HTML that goes above the content of every page. */
  readonly banner: string;
  /** Pages and files that exist in the preview alone, by path; the type from the path's ending, HTML without one. */
  readonly extras: ReadonlyMap<string, string>;
}

export interface PreviewServer {
  /** `http://127.0.0.1:PORT/` */
  readonly address: string;
  /** Shows another state of the site, in open browsers too. */
  show(site: PreviewSite): void;
  close(): Promise<void>;
}

/** Types that the world's table lacks or has otherwise than podcast apps expect. */
const types: readonly (readonly [RegExp, string])[] = [
  [/chapters\.json$/, 'application/json+chapters'],
  [/\.srt$/, 'application/x-subrip; charset=utf-8'],
  [/\.vtt$/, 'text/vtt; charset=utf-8'],
  [/\.xml$/, 'application/rss+xml; charset=utf-8'],
  [/\.m4a$/, 'audio/x-m4a'],
];

/** Ports tried after the asked one. */
const tries = 20;

/**
 * Serves a site on 127.0.0.1 alone, with byte ranges and without caching; a busy port makes way for the next.
 * Throws the system's error when no port is to be had.
 */
export async function startPreviewServer(port: number, first: PreviewSite): Promise<PreviewServer> {
  let site = first;
  const listeners = new Set<ServerResponse>();
  const options = { dev: true, etag: false, dotfiles: true, setHeaders: decorate };
  const fromProject = sirv(first.root, options);
  const fromFolder = sirv(first.folder, options);
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500).end());
  });
  const used = await listen(server, port);
  return {
    address: `http://127.0.0.1:${used}/`,
    show(next) {
      site = next;
      for (const listener of listeners) listener.write('event: change\ndata: now\n\n');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request);
    // A page of another host that points here by a name of its own has no business with a draft.
    if (path === undefined || !isLocal(request)) return refuse(response);
    if (path === '_preview/events') return subscribe(response);
    const source = site.copies.get(path);
    if (source !== undefined) {
      request.url = `/${source.split('/').map(encodeURIComponent).join('/')}`;
      return fromProject(request, response, () => void notFound(response));
    }
    const contents = site.extras.get(path) ?? (await pageAt(path));
    if (contents !== undefined) return send(response, 200, path, contents);
    fromFolder(request, response, () => void notFound(response));
  }

  /** The HTML of a page of the site, to which the banner is added; everything else is served as it lies. */
  async function pageAt(path: string): Promise<string | undefined> {
    if (path.includes('..') || (/\.[^/]+$/.test(path) && !path.endsWith('.html'))) return undefined;
    const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return readFile(join(first.folder, page), 'utf8').catch(() => undefined);
  }

  async function notFound(response: ServerResponse): Promise<void> {
    const plain = '<!DOCTYPE html><html lang="en"><head><title>Not found</title></head><body>Not found</body></html>';
    send(response, 404, '404.html', (await pageAt('404.html')) ?? plain);
  }

  function subscribe(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': hello\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  function send(response: ServerResponse, status: number, path: string, contents: string): void {
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';
    response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
    response.end(type === 'text/html' ? withBanner(contents, site.banner) : contents);
  }
}

function refuse(response: ServerResponse): void {
  response.writeHead(403).end();
}

function isLocal({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');
}

function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname).slice(1);
  } catch {
    return undefined;
  }
}

function decorate(response: ServerResponse, path: string): void {
  response.setHeader('Cache-Control', 'no-store');
  const type = types.find(([pattern]) => pattern.test(path))?.[1];
  if (type !== undefined) response.setHeader('Content-Type', type);
}

/** A published page allows no connection; the preview's own needs one, to hear of changes. */
function withBanner(html: string, banner: string): string {
  const head =
    '<link rel="stylesheet" href="/_preview/preview.css"><script defer src="/_preview/preview.js"></script></head>';
  return html
    .replace(/(<meta http-equiv="Content-Security-Policy" content="[^"]*)"/, `$1; connect-src 'self'"`)
    .replace('</head>', () => head)
    .replace(/<body[^>]*>/, (body) => body + banner);
}

async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, '127.0.0.1', () => {
          server.removeListener('error', reject);
          resolve();
        });
      });
      return candidate;
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isBusy || candidate >= port + tries) throw error;
    }
  }
}
