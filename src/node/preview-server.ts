import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';

/** A file of the site: a file of the show project, or contents that are made when they are asked for. */
export type PreviewFile =
  | { readonly copyOf: string }
  | { readonly type: string; readonly contents: () => string | Uint8Array };

export interface PreviewSite {
  /** The file at a path of the site, which is empty or ends in `/` for a page; `undefined` when there is none. */
  find(path: string): Promise<PreviewFile | undefined>;
  /** HTML that goes above the content of every page. */
  readonly banner: string;
}

export interface PreviewServer {
  /** `http://127.0.0.1:PORT/` */
  readonly address: string;
  /** Shows another state of the site, in open browsers too. */
  show(site: PreviewSite): void;
  close(): Promise<void>;
}

/** Ports tried after the asked one. */
const tries = 20;

/**
 * Serves a site on 127.0.0.1 alone, without caching, and with byte ranges for the files of the show project in the folder `root`;
 * a busy port makes way for the next. Throws the system's error when no port is to be had.
 */
export async function startPreviewServer(root: string, port: number, first: PreviewSite): Promise<PreviewServer> {
  let site = first;
  const listeners = new Set<ServerResponse>();
  const fromProject = sirv(root, { dev: true, etag: false, dotfiles: true, setHeaders: decorate });
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
    const file = await site.find(path);
    if (file === undefined) return await notFound(response);
    if (!('copyOf' in file)) return send(response, 200, file.type, file.contents());
    request.url = `/${file.copyOf.split('/').map(encodeURIComponent).join('/')}`;
    fromProject(request, response, () => void notFound(response));
  }

  async function notFound(response: ServerResponse): Promise<void> {
    const plain = '<!DOCTYPE html><html lang="en"><head><title>Not found</title></head><body>Not found</body></html>';
    const page = await site.find('404.html');
    send(response, 404, 'text/html; charset=utf-8', page !== undefined && 'contents' in page ? page.contents() : plain);
  }

  function subscribe(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': hello\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  function send(response: ServerResponse, status: number, type: string, contents: string | Uint8Array): void {
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(type.startsWith('text/html') ? withBanner(String(contents), site.banner) : contents);
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

/** The world's table has another type for M4A than podcast apps expect. */
function decorate(response: ServerResponse, path: string): void {
  response.setHeader('Cache-Control', 'no-store');
  if (/\.m4a$/i.test(path)) response.setHeader('Content-Type', 'audio/x-m4a');
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
