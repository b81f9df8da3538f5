import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

/** What reached a server: the path, the method, the range asked for, and how many bytes of the file it gave out. */
export interface Served {
  readonly path: string;
  readonly method: string;
  readonly range: string | undefined;
  bytes: number;
}

export type Files = Readonly<Record<string, Uint8Array>>;

/** How a server hands out its files; as it should, unless told otherwise. */
export interface Manner {
  /** Answers in place of the server; true when it has. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse, served: Served) => boolean;
  readonly ranges?: boolean;
  /** In place of what each answer would say. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FileServer {
  /** Without a slash at the end. */
  readonly base: string;
  readonly host: string;
  readonly served: Served[];
  files: Files;
  manner: Manner;
  /** Bytes of a file that were given out. */
  bytesOf(path: string): number;
  stop(): void;
}

const types: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  opus: 'audio/ogg',
  wav: 'audio/wav',
};

/** A server of this machine that counts what it gives out, and ends with the test; with `secure` (key and certificate) by https. */
export async function serveFiles(files: Files, manner: Manner = {}, secure?: ServerOptions): Promise<FileServer> {
  const listener = (request: IncomingMessage, response: ServerResponse) => answer(request, response, state);
  const server = secure === undefined ? createServer(listener) : createSecureServer(secure, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(stop);
  // A server that listens on a port has an address with one.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const served: Served[] = [];
  const state: FileServer = {
    base: `${secure === undefined ? 'http' : 'https'}://${host}`,
    host,
    served,
    files,
    manner,
    bytesOf: (path) => served.filter((one) => one.path === path).reduce((sum, { bytes }) => sum + bytes, 0),
    stop,
  };
  return state;
}

function answer(request: IncomingMessage, response: ServerResponse, { files, manner, served }: FileServer): void {
  const path = decodeURIComponent((request.url ?? '').replace(/^\/|\?.*$/g, ''));
  const one: Served = { path, method: request.method ?? '', range: request.headers.range, bytes: 0 };
  served.push(one);
  if (manner.instead?.(request, response, one) === true) return;
  const file = files[path];
  if (file === undefined) return void response.writeHead(404).end();
  const [, from = '', to = ''] = (manner.ranges !== false && /^bytes=(\d+)-(\d*)$/.exec(one.range ?? '')) || [];
  const start = Number(from);
  const end = to === '' ? file.length : Math.min(file.length, Number(to) + 1);
  const headers = {
    'Content-Type': types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/html',
    ETag: `"${file.length}"`,
    ...manner.headers,
  };
  if (from !== '' && start >= file.length) {
    return void response.writeHead(416, { 'Content-Range': `bytes */${file.length}` }).end();
  }
  const range = from === '' ? {} : { 'Content-Range': `bytes ${start}-${end - 1}/${file.length}` };
  response.writeHead(from === '' ? 200 : 206, { 'Content-Length': end - start, ...headers, ...range });
  if (request.method === 'HEAD') return void response.end();
  // Piece by piece, as the other side takes them, so that what is not taken is not counted.
  Readable.from(pieces(file.subarray(start, end), one)).pipe(response);
}

function* pieces(bytes: Uint8Array, served: Served): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 16_384) {
    const piece = bytes.subarray(at, at + 16_384);
    served.bytes += piece.length;
    yield piece;
  }
}
