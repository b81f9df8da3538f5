import { statusFailure } from './fetch-text.ts';
import { type HttpOptions, type HttpResponse, send } from './http.ts';
import { ServingFailure } from './serving-failure.ts';

/** What tells whether a file on a server is still the same one. */
export interface Validators {
  readonly bytes: number;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** Part of a file, or all of it where the server sends no parts; the body is still to be read. */
export interface FilePart {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly isPart: boolean;
  readonly validators: Validators;
  readonly contentType: string;
  readonly body: HttpResponse['body'];
}

/**
 * Asks for the bytes from `start` to before `end` of what is at `url`. Throws an `HttpFailure`, or a `ServingFailure` for a
 * server whose answer cannot be relied on.
 */
export async function requestPart(
  url: string,
  start: number,
  end: number | undefined,
  options: HttpOptions,
): Promise<FilePart> {
  const headers = { Range: `bytes=${start}-${end === undefined ? '' : end - 1}`, 'Accept-Encoding': 'identity' };
  const response = await send(url, { ...options, headers });
  try {
    return partOf(response, url, start);
  } catch (error) {
    response.body.destroy();
    throw error;
  }
}

/** Asks what is at `url`, without any of it; `undefined` where the server does not answer such questions. */
export async function requestValidators(url: string, options: HttpOptions): Promise<Validators | undefined> {
  const response = await send(url, { ...options, method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } });
  response.body.resume();
  const { status, headers } = response;
  if (status >= 500 || status === 408 || status === 429) throw statusFailure(response);
  const bytes = Number(headers['content-length']);
  return status === 200 && Number.isSafeInteger(bytes) ? { bytes, ...namesOf(response) } : undefined;
}

function partOf(response: HttpResponse, url: string, start: number): FilePart {
  const { status, headers } = response;
  const total = /^bytes \*\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
  // The one range that an empty file does not have.
  if (status === 416 && start === 0 && total === '0') return { ...answerOf(response, 0), isPart: true };
  if (status === 416) throw new ServingFailure('untrue', `${url} has other bytes than its server said before.`);
  if (status !== 200 && status !== 206) throw statusFailure(response);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    throw new ServingFailure('packed', `The server compresses ${url} on the way (${encoding}).`);
  }
  if (status === 200) return { ...answerOf(response, wholeSize(response, url)), isPart: false };
  const [, from, whole] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  if (Number(from) !== start || whole === undefined) {
    throw new ServingFailure('untrue', `Asked for a part of ${url}, the server sends another.`);
  }
  if (whole === '*') throw unsized(url);
  return { ...answerOf(response, Number(whole)), isPart: true };
}

function wholeSize({ headers }: HttpResponse, url: string): number {
  const bytes = Number(headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(bytes)) throw unsized(url);
  return bytes;
}

function unsized(url: string): ServingFailure {
  return new ServingFailure('unsized', `The server does not say how many bytes ${url} has.`);
}

function answerOf(response: HttpResponse, bytes: number) {
  const { url, body, headers } = response;
  return { url, validators: { bytes, ...namesOf(response) }, contentType: headers['content-type'] ?? '', body };
}

function namesOf({ headers }: HttpResponse) {
  return { etag: headers.etag || undefined, lastModified: headers['last-modified'] || undefined };
}

/** Whether both are certainly of the same bytes. Without a tag or a date nobody can tell. */
export function isSameFile(before: Validators, now: Validators): boolean {
  if (before.bytes !== now.bytes || before.etag !== now.etag || before.lastModified !== now.lastModified) return false;
  return before.etag !== undefined || before.lastModified !== undefined;
}

/** Whether both can be of the same bytes. The servers behind one name may tag or date the same file differently. */
export function maybeSameFile(before: Validators, now: Validators): boolean {
  const hasNewName = before.etag !== now.etag && before.lastModified !== now.lastModified;
  return before.bytes === now.bytes && !hasNewName;
}
