import { lookup as lookUp } from 'node:dns';
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { version } from '../model/version.ts';
import { isPrivateAddress } from './private-addresses.ts';

/** How a request may fail for good or for now. `kind` decides whether to try again; the message is a plain sentence. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind:
    | 'refused'
    | 'network'
    | 'timeout'
    | 'tls'
    | 'status'
    | 'too-large'
    | 'redirects'
    | 'private'
    | 'insecure';
  /** The answer of the server, for `kind: 'status'`. */
  readonly status: number | undefined;
  /** When the server asked to come back, in milliseconds from now. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: HttpFailure['kind'],
    message: string,
    { status, retryAfter, cause }: { status?: number; retryAfter?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export interface HttpOptions {
  /** Hosts (`example.org`, `127.0.0.1:8080`) that the user named: they may be private. */
  readonly named?: ReadonlySet<string> | undefined;
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds without a byte after which the request is given up. */
  readonly idleTimeout?: number;
  readonly maxRedirects?: number;
  /** Refuse an address without https, also one that is led on to, unless its host is in `named`. */
  readonly mustBeSecure?: boolean;
  /** Keep the connection for the next request to the same host. */
  readonly keepAlive?: boolean;
}

/** An answer whose body is still to be read (or to be given up with `body.destroy()`). */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Every address asked, the first one first. */
  readonly redirects: readonly string[];
  /** As sent, compressed or not. */
  readonly body: IncomingMessage;
}

const userAgent = `ppod/${version}`;

/**
 * Asks for `url`, following redirects. No address of a private network is contacted unless its host is in `named`, not even
 * through a redirect or a name that leads there. Any status but a redirect is an answer. Throws an `HttpFailure`.
 */
export async function send(url: string, options: HttpOptions = {}): Promise<HttpResponse> {
  const { maxRedirects = 10 } = options;
  const redirects: string[] = [];
  let target = url;
  while (redirects.length <= maxRedirects) {
    redirects.push(target);
    if (options.mustBeSecure === true) refuseInsecure(url, target, options.named);
    const body = await sendOnce(target, options);
    const status = body.statusCode ?? 0;
    const next = body.headers.location;
    if (![301, 302, 303, 307, 308].includes(status) || next === undefined) {
      return { status, headers: body.headers, url: target, redirects, body };
    }
    body.destroy();
    if (!URL.canParse(next, target)) throw new HttpFailure('redirects', `${target} leads on to no address.`);
    target = new URL(next, target).href;
    if (redirects.includes(target)) throw new HttpFailure('redirects', `${url} leads round in a circle.`);
  }
  throw new HttpFailure('redirects', `${url} leads on more than ${maxRedirects} times.`);
}

function refuseInsecure(url: string, target: string, named: HttpOptions['named']): void {
  const { protocol, host } = new URL(target);
  if (protocol === 'https:' || named?.has(host) === true) return;
  const way = url === target ? 'does not begin with https' : `leads on to ${target}, which does not begin with https`;
  throw new HttpFailure('insecure', `${url} ${way}.`);
}

const plainAgent = new PlainAgent({ keepAlive: true });
const secureAgent = new SecureAgent({ keepAlive: true });

function sendOnce(
  url: string,
  { named = new Set(), method = 'GET', headers = {}, idleTimeout = 20_000, keepAlive = false }: HttpOptions,
): Promise<IncomingMessage> {
  const target = new URL(url);
  if (!/^https?:$/.test(target.protocol)) throw new HttpFailure('refused', `${url} is no web address.`);
  const mayBePrivate = named.has(target.host);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw privateAddress(url);
  const isSecure = target.protocol === 'https:';
  const request = isSecure ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const sent = request(target, {
      method,
      headers: { 'User-Agent': userAgent, Accept: '*/*', ...headers },
      timeout: idleTimeout,
      agent: keepAlive ? (isSecure ? secureAgent : plainAgent) : false,
      lookup: mayBePrivate ? undefined : publicLookup(url),
    });
    sent.on('timeout', () => sent.destroy(new HttpFailure('timeout', `${url} did not answer in time.`)));
    sent.on('error', (error) => reject(explain(error, url)));
    sent.on('response', resolve);
    sent.end();
  });
}

/** Looks a name up and refuses it when it leads into a private network, whatever it led to a moment ago. */
function publicLookup(url: string): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return callback(error ?? new Error('no address'), '', 0);
      if (addresses.some(({ address }) => isPrivateAddress(address))) return callback(privateAddress(url), '', 0);
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function privateAddress(url: string): HttpFailure {
  return new HttpFailure('private', `${url} leads into a private network, where a feed has no business.`);
}

const tlsCodes = /^(?:ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL|EPROTO)/;

/** A failed request as an `HttpFailure` about `url`. */
export function explain(error: unknown, url: string): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const { host } = new URL(url);
  if (tlsCodes.test(code)) {
    return new HttpFailure('tls', `The certificate of ${host} is not in order (${code}).`, { cause: error });
  }
  const what: Readonly<Record<string, string>> = {
    ENOTFOUND: `There is no host ${host}.`,
    EAI_AGAIN: `The address of ${host} could not be looked up; there may be no network.`,
    ECONNREFUSED: `${host} refuses connections.`,
    ECONNRESET: `${host} broke the connection off.`,
  };
  return new HttpFailure('network', what[code] ?? `${host} could not be reached (${code}).`, { cause: error });
}

/** The body as sent before compression, for texts: gzip, brotli or deflate. */
export function unpacked({ headers, body }: HttpResponse): Readable {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined;
  // An error of either side destroys both; it reaches whoever reads the result.
  return unpack === undefined ? body : pipeline(body, unpack, () => undefined);
}
