import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import S3rver from 's3rver';
import { onTestFinished } from 'vitest';
import { signatureFault } from './signature.ts';

export const bucket = 'podcasts';

/** A request that reached the store's door. */
export interface Call {
  readonly method: string;
  /** Without the bucket, decoded. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly bytes: number;
  /** Counted from 1 among those that change something. */
  readonly change: number | undefined;
}

export interface Fault {
  /** Answered in place of the store. */
  readonly status?: number;
  /** The connection is cut before the store hears of the request, or after it has done its work. */
  readonly cut?: 'before' | 'after';
  /** Milliseconds until the store is asked. */
  readonly wait?: number;
  /** Runs before the store hears of the request, or after it has done its work. */
  readonly before?: () => void;
  readonly after?: () => void;
}

export interface Store {
  readonly endpoint: string;
  readonly calls: Call[];
  /** What goes wrong with a call; nothing at first. */
  fault: (call: Call) => Fault | undefined;
  /** What the public gets. */
  get(key: string): Promise<Response>;
  keys(): Promise<string[]>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: Buffer;
}

/**
 * A real S3-compatible server (s3rver) behind a door at which requests can be hindered. A request reaches the server whole or not
 * at all. What s3rver cannot do, the door does: it checks signatures, hands lists out in pages, and lists unfinished transfers and
 * their parts, which it has seen pass.
 */
export async function startStore(): Promise<Store> {
  const directory = mkdtempSync(join(tmpdir(), 'ppod-store-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  const uploads = new Map<string, { readonly key: string; readonly parts: Map<number, string> }>();
  const calls: Call[] = [];
  let changes = 0;

  const door = createServer((incoming, outgoing) => {
    void pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => {
    door.listen(0, '127.0.0.1', resolve);
  });
  // An address that was listened on is not a pipe's name.
  const endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const store: Store = {
    endpoint,
    calls,
    fault: () => undefined,
    get: (key) => fetch(`http://127.0.0.1:${port}/${bucket}/${key}`),
    async keys() {
      const text = await (await fetch(`http://127.0.0.1:${port}/${bucket}?list-type=2`)).text();
      return [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
    },
  };
  onTestFinished(async () => {
    door.close();
    door.closeAllConnections();
    const closed = server.close();
    // An answer that a test did not read to its end keeps its connection.
    server.httpServer.closeAllConnections();
    await closed;
    rmSync(directory, { recursive: true, force: true });
  });
  return store;

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const { method = '', url = '' } = incoming;
    const { pathname, searchParams: query } = new URL(url, endpoint);
    const key = decodeURIComponent(pathname.slice(bucket.length + 2));
    const change = ['PUT', 'POST', 'DELETE'].includes(method) ? ++changes : undefined;
    const call = { method, key, query, bytes: body.length, change };
    calls.push(call);
    const fault = store.fault(call) ?? {};
    fault.before?.();
    if (fault.wait !== undefined) await delay(fault.wait);
    if (fault.cut === 'before') return void outgoing.destroy();
    if (fault.status !== undefined) return void outgoing.writeHead(fault.status).end();
    const answer = await serve(incoming, call, body);
    fault.after?.();
    if (fault.cut === 'after') return void outgoing.destroy();
    outgoing.writeHead(answer.status, answer.headers).end(answer.text);
  }

  async function serve(incoming: IncomingMessage, call: Call, body: Buffer): Promise<Answer> {
    const isAnonymous = incoming.headers.authorization === undefined;
    const code = isAnonymous ? undefined : (signatureFault(incoming, body, 'S3RVER') ?? unknownUpload(call));
    if (code !== undefined) {
      const text = Buffer.from(`<?xml version="1.0"?>\n<Error><Code>${code}</Code></Error>`);
      return { status: code === 'NoSuchUpload' ? 404 : 403, headers: {}, text };
    }
    const own = answerOf(call);
    if (own !== undefined) return { status: 200, headers: {}, text: Buffer.from(own) };
    const answer = await forward(incoming, body);
    remember(call, body, answer.text.toString());
    const isList = call.query.has('list-type') && answer.status === 200;
    return isList ? { ...answer, headers: {}, text: pageOf(call, answer.text.toString()) } : answer;
  }

  /** What s3rver cannot say. */
  function answerOf({ method, key, query }: Call): string | undefined {
    const id = query.get('uploadId');
    if (method === 'GET' && query.has('uploads')) {
      const open = [...uploads].filter(([, upload]) => upload.key.startsWith(query.get('prefix') ?? ''));
      const list = open.map(
        ([name, upload]) => `<Upload><Key>${upload.key}</Key><UploadId>${name}</UploadId></Upload>`,
      );
      return `<ListMultipartUploadsResult>${list.join('')}</ListMultipartUploadsResult>`;
    }
    if (id === null) return undefined;
    if (method === 'DELETE') return uploads.delete(id) ? '' : undefined;
    if (method !== 'GET') return undefined;
    const parts = [...(uploads.get(id)?.parts ?? [])].map(
      ([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>"${etag}"</ETag></Part>`,
    );
    return `<ListPartsResult><Key>${key}</Key>${parts.join('')}</ListPartsResult>`;
  }

  function unknownUpload({ query }: Call): string | undefined {
    const id = query.get('uploadId');
    return id === null || uploads.has(id) ? undefined : 'NoSuchUpload';
  }

  function remember({ method, key, query }: Call, body: Buffer, text: string): void {
    const id = query.get('uploadId');
    if (method === 'POST' && query.has('uploads')) {
      uploads.set(/<UploadId>([^<]*)</.exec(text)?.[1] ?? '', { key, parts: new Map() });
    } else if (method === 'POST' && id !== null) {
      uploads.delete(id);
    } else if (method === 'PUT' && id !== null) {
      uploads.get(id)?.parts.set(Number(query.get('partNumber')), createHash('md5').update(body).digest('hex'));
    }
  }

  /** As it came, with the host that was signed. */
  function forward({ method, url, headers }: IncomingMessage, body: Buffer) {
    return new Promise<Answer>((resolve, reject) => {
      const path = url?.replace(/&continuation-token=\d+/, '');
      const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, async (response) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: await readAll(response) });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** A real store hands out a thousand at a time. */
const pageSize = 7;

function pageOf({ query }: Call, whole: string): Buffer {
  const entries = whole.match(/<Contents>[\s\S]*?<\/Contents>/g) ?? [];
  const start = Number(query.get('continuation-token') ?? 0);
  const next = start + pageSize;
  const more = next < entries.length;
  const end = more ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
  const text = `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${more}</IsTruncated>${end}`;
  return Buffer.from(`${text}${entries.slice(start, next).join('')}</ListBucketResult>`);
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
