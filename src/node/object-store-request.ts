import { createHash } from 'node:crypto';
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { AwsV4Signer } from 'aws4fetch';
import { childText, readXml } from '../feeds/xml-tree.ts';
import { version } from '../model/version.ts';
import { explain, HttpFailure } from './http.ts';
import type { Credentials } from './object-store-credentials.ts';
import { explainStoreFailure, StoreRefusal } from './object-store-failure.ts';
import { withRetries } from './retries.ts';

export interface StoreConnection {
  /** The address of the bucket, ending in `/`. */
  readonly base: string;
  readonly bucket: string;
  readonly region: string;
  readonly credentials: Credentials;
  readonly attempts?: number;
  /** Milliseconds before the second attempt. */
  readonly pause?: number;
  /** Milliseconds without a byte in either direction. */
  readonly idleTimeout?: number;
}

export interface StoreRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Percent-encoded; empty for the bucket itself. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Whether 404 is an answer like any other. */
  readonly mayBeAbsent?: boolean;
}

export interface StoreAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Milliseconds for one request in all: what 8 MB need on a slow line. */
const longest = 15 * 60_000;

/** A page of a thousand names is far smaller. Bytes. */
const answerLimit = 10_000_000;

/** Requests at the same time, at most. */
const sockets = 16;

/** Failures of the moment, though the status does not say so. */
const passing: ReadonlySet<string> = new Set([
  'RequestTimeout',
  'BadDigest',
  'XAmzContentSHA256Mismatch',
  'OperationAborted',
  'SlowDown',
  'InternalError',
]);

/**
 * Sends signed requests to a store (AWS Signature Version 4, each body by its SHA-256 and MD5, so that what arrives is what was
 * sent), again with growing pauses when the network or the store fails for a moment. Throws a `MachineFailure`.
 */
export function connect(
  connection: StoreConnection,
  agents = {
    http: new PlainAgent({ keepAlive: true, maxSockets: sockets }),
    https: new SecureAgent({ keepAlive: true, maxSockets: sockets }),
  },
): (request: StoreRequest) => Promise<StoreAnswer> {
  const { bucket, attempts = 6, pause = 500 } = connection;
  return async (request) => {
    try {
      return await withRetries(() => sendOnce(connection, request, agents), { attempts, pause });
    } catch (error) {
      throw explainStoreFailure(error, { host: new URL(connection.base).host, bucket });
    }
  };
}

async function sendOnce(
  connection: StoreConnection,
  request: StoreRequest,
  agents: { readonly http: PlainAgent; readonly https: SecureAgent },
): Promise<StoreAnswer> {
  const url = addressOf(connection.base, request);
  const headers = await sign(connection, request, url);
  const isSecure = url.protocol === 'https:';
  const answer = await new Promise<StoreAnswer>((resolve, reject) => {
    const fail = (error: unknown) => {
      clearTimeout(late);
      // Signing leaves nothing secret in the address, but the user knows the store by its host.
      reject(explain(error, url.origin));
    };
    const sent = (isSecure ? secureRequest : plainRequest)(url, {
      method: request.method,
      headers,
      agent: isSecure ? agents.https : agents.http,
      timeout: connection.idleTimeout ?? 60_000,
    });
    const late = setTimeout(() => sent.destroy(tooLate(url)), longest);
    sent.on('timeout', () => sent.destroy(tooLate(url)));
    sent.on('error', fail);
    sent.on('response', (response) => {
      readAnswer(response)
        .then((text) => {
          clearTimeout(late);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        })
        .catch(fail);
    });
    sent.end(request.body);
  });
  return judged(answer, request, url);
}

function tooLate({ host }: URL): HttpFailure {
  return new HttpFailure('timeout', `${host} did not answer in time.`);
}

function addressOf(base: string, { path = '', query = {} }: StoreRequest): URL {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return new URL(`${base}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`);
}

async function sign(
  { credentials, region }: StoreConnection,
  { method, headers = {}, body = new Uint8Array() }: StoreRequest,
  url: URL,
): Promise<Record<string, string>> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers, 'X-Amz-Content-Sha256': createHash('sha256').update(body).digest('hex') },
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
    service: 's3',
    region,
  });
  const signed = await signer.sign();
  return {
    ...Object.fromEntries(signed.headers),
    'user-agent': `ppod/${version}`,
    ...(['PUT', 'POST'].includes(method) && {
      'content-length': String(body.length),
      'content-md5': createHash('md5').update(body).digest('base64'),
    }),
  };
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response) {
    if (!(chunk instanceof Uint8Array)) continue;
    total += chunk.length;
    if (total > answerLimit)
      throw new HttpFailure('too-large', 'The store answered with far more than it was asked for.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The answer, or what was wrong with it. A store may also answer 200 first, and find the fault after that. */
function judged(answer: StoreAnswer, { mayBeAbsent = false }: StoreRequest, { host }: URL): StoreAnswer {
  const { status, headers, text } = answer;
  const code = errorCode(text);
  if (status < 300 && code === undefined) return answer;
  if (status === 404 && mayBeAbsent && code !== 'NoSuchBucket') return answer;
  // 501: the store cannot do this at all.
  if ((status >= 500 && status !== 501) || status === 408 || status === 429 || passing.has(code ?? '')) {
    const seconds = Number(headers['retry-after']);
    throw new HttpFailure('status', `${host} answers ${status}: it cannot work at the moment.`, {
      status: Math.max(status, 500),
      retryAfter: seconds > 0 ? seconds * 1000 : undefined,
    });
  }
  const region = headers['x-amz-bucket-region'];
  throw new StoreRefusal(status, code ?? '', typeof region === 'string' ? region : undefined);
}

function errorCode(text: string): string | undefined {
  if (!/^\s*(?:<\?xml[^>]*>\s*)?<Error\b/.test(text)) return undefined;
  const [error] = readXml(text).root.children.filter((child) => typeof child !== 'string' && child.name === 'error');
  if (error === undefined || typeof error === 'string') return '';
  return (
    childText(error, 'code')
      ?.replace(/[^A-Za-z\d]/g, '')
      .slice(0, 60) ?? ''
  );
}
