import { HttpFailure, type HttpOptions, type HttpResponse, send } from './http.ts';
import { readBody } from './http-body.ts';
import { withRetries } from './retries.ts';

export interface FetchedFile {
  readonly bytes: Uint8Array;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly contentType: string;
}

export interface FetchOptions extends HttpOptions {
  /** More bytes than this are not read. */
  readonly limit: number;
  /** Milliseconds for the whole of it. */
  readonly timeout?: number;
  readonly attempts?: number;
}

/** Fetches a small file whole, compressed on the way where the server can, with a few attempts. Throws an `HttpFailure`. */
export function fetchFile(url: string, options: FetchOptions): Promise<FetchedFile> {
  return withRetries(() => fetchOnce(url, options), { attempts: options.attempts ?? 3 });
}

async function fetchOnce(url: string, { limit, timeout = 60_000, ...options }: FetchOptions): Promise<FetchedFile> {
  const response = await send(url, { ...options, headers: { 'Accept-Encoding': 'gzip, br', ...options.headers } });
  const { body, status, headers } = response;
  if (status !== 200) {
    body.destroy();
    throw statusFailure(response);
  }
  const bytes = await readBody(response, { limit, timeout });
  return { bytes, url: response.url, contentType: headers['content-type'] ?? '' };
}

/** The answer of a server that does not give what was asked for. */
export function statusFailure({ status, url, headers }: HttpResponse): HttpFailure {
  const seconds = Number(headers['retry-after']);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
  const meaning =
    status === 404 || status === 410 ? 'there is nothing at this address' : `the server answers ${status}`;
  return new HttpFailure('status', `${url}: ${meaning}.`, { status, retryAfter });
}
