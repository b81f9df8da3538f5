import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { statusFailure } from './fetch-text.ts';
import { explain, HttpFailure, type HttpOptions, type HttpResponse, send, unpacked } from './http.ts';
import { isSystemError } from './machine-failure.ts';
import { withRetries } from './retries.ts';

export interface DownloadOptions extends HttpOptions {
  /** A folder for files that are not whole yet; a later run goes on with them. */
  readonly scratch: string;
  /** More bytes than this are not stored. */
  readonly limit?: number;
  readonly attempts?: number;
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
  readonly onRetry?: (failure: HttpFailure) => void;
}

/** Larger recordings are not podcasts. Bytes. */
const largest = 8e9;

/** A server that drips for longer than this is not waited for. Milliseconds. */
const longest = 3 * 60 * 60 * 1000;

/**
 * Fetches `url` into `file`, which appears only when it is whole and never takes the place of another. A transfer that broke off
 * goes on where it stopped, in this run or the next, where the server allows it. Answers how many bytes there are.
 * Throws an `HttpFailure`, or what the system throws.
 */
export async function download(url: string, file: string, options: DownloadOptions): Promise<number> {
  const there = await sizeOf(file);
  if (there !== undefined) return there;
  await mkdir(options.scratch, { recursive: true });
  await mkdir(dirname(file), { recursive: true });
  const part = join(options.scratch, createHash('sha256').update(url).digest('hex').slice(0, 24));
  await withRetries(() => continueTransfer(url, part, options), {
    attempts: options.attempts ?? 5,
    ...(options.onRetry !== undefined && { onRetry: options.onRetry }),
  });
  await placeNew(part, file);
  await rm(validatorOf(part), { force: true });
  return (await stat(file)).size;
}

const validatorOf = (part: string) => `${part}.validator`;

async function continueTransfer(url: string, part: string, options: DownloadOptions): Promise<void> {
  const known = await readFile(validatorOf(part), 'utf8').catch(() => '');
  const have = known === '' ? 0 : ((await sizeOf(part)) ?? 0);
  const resume = have > 0 ? { Range: `bytes=${have}-`, 'If-Range': known } : {};
  const response = await send(url, { ...options, headers: { 'Accept-Encoding': 'identity', ...resume } });
  if (response.status === 416 && have > 0) {
    response.body.destroy();
    // Either it is whole, or the server's file has become shorter: only the whole one says so.
    if (response.headers['content-range'] === `bytes */${have}`) return;
    await rm(part, { force: true });
    throw new HttpFailure('network', `${url} has changed on the server.`);
  }
  const isContinued = response.status === 206 && startOf(response) === have && have > 0;
  if (response.status !== 200 && !isContinued) {
    response.body.destroy();
    throw statusFailure(response);
  }
  await store(url, part, { response, start: isContinued ? have : 0 }, options);
}

async function store(
  url: string,
  part: string,
  { response, start }: { readonly response: HttpResponse; readonly start: number },
  { limit = largest, onProgress }: DownloadOptions,
): Promise<void> {
  const total = totalOf(response, start);
  const fault = faultOf(response, { url, total, limit });
  if (fault !== undefined) {
    response.body.destroy();
    throw fault;
  }
  await writeFile(validatorOf(part), isPacked(response) ? '' : validator(response));
  const late = setTimeout(() => response.body.destroy(new HttpFailure('refused', `${url} took too long.`)), longest);
  let bytes = start;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      onProgress?.(bytes, total);
      done(bytes > limit ? tooLarge(url, limit) : null, chunk);
    },
  });
  try {
    await pipeline(unpacked(response), counted, createWriteStream(part, { flags: start > 0 ? 'a' : 'w' }));
  } catch (error) {
    throw isSystemError(error, 'ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EFBIG') ? error : explain(error, url);
  } finally {
    clearTimeout(late);
  }
  if (total !== undefined && bytes !== total) throw new HttpFailure('network', `${url} ended before it was whole.`);
}

interface Promised {
  readonly url: string;
  readonly total: number | undefined;
  readonly limit: number;
}

/** What can be seen before the first byte. */
function faultOf({ headers }: HttpResponse, { url, total, limit }: Promised): HttpFailure | undefined {
  if (/^\s*text\/html/i.test(headers['content-type'] ?? '')) {
    return new HttpFailure('refused', `${url} gives a web page, not the file.`);
  }
  return total !== undefined && total > limit ? tooLarge(url, limit) : undefined;
}

function tooLarge(url: string, limit: number): HttpFailure {
  return new HttpFailure('too-large', `${url} is larger than ${Math.round(limit / 1e6)} MB.`);
}

/** The size of the whole file, when the server says it. */
function totalOf(response: HttpResponse, start: number): number | undefined {
  const length = response.headers['content-length'];
  return length === undefined || isPacked(response) ? undefined : start + Number(length);
}

/** What comes packed cannot be continued in its middle. */
function isPacked({ headers }: HttpResponse): boolean {
  return (headers['content-encoding'] ?? 'identity') !== 'identity';
}

/** What tells later whether the file on the server is still the same; a weak ETag does not. */
function validator({ headers }: HttpResponse): string {
  return (headers.etag?.startsWith('W/') ? undefined : headers.etag) ?? headers['last-modified'] ?? '';
}

function startOf({ headers }: HttpResponse): number | undefined {
  const [, start] = /^bytes (\d+)-/.exec(headers['content-range'] ?? '') ?? [];
  return start === undefined ? undefined : Number(start);
}

/** Gives a finished file its name, unless another has it by now. */
async function placeNew(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
    await rm(part);
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) throw error;
    // Some disks know no second names.
    if ((await sizeOf(file)) === undefined) await rename(part, file);
  }
}

/** Bytes; `undefined` when there is no such file. */
export async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
