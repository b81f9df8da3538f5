import { explain, HttpFailure, type HttpOptions, type HttpResponse, send, unpacked } from './http.ts';
import { withRetries } from './retries.ts';

export interface FetchedFile {
  readonly bytes: Uint8Array;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly contentType: string;
  readonly headers: HttpResponse['headers'];
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
  const late = setTimeout(() => body.destroy(new HttpFailure('timeout', `${url} took too long.`)), timeout);
  try {
    const stream = unpacked(response);
    const chunks: Uint8Array[] = [];
    let total = 0;
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      total += chunk.length;
      if (total > limit) throw new HttpFailure('too-large', `${url} is larger than ${Math.round(limit / 1e6)} MB.`);
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), url: response.url, contentType: headers['content-type'] ?? '', headers };
  } catch (error) {
    throw explain(error, url);
  } finally {
    clearTimeout(late);
    body.destroy();
  }
}

/** The answer of a server that does not give what was asked for. */
export function statusFailure({ status, url, headers }: HttpResponse): HttpFailure {
  const seconds = Number(headers['retry-after']);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
  const meaning =
    status === 404 || status === 410 ? 'there is nothing at this address' : `the server answers ${status}`;
  return new HttpFailure('status', `${url}: ${meaning}.`, { status, retryAfter });
}
