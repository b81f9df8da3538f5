import { explain, HttpFailure, type HttpResponse, unpacked } from './http.ts';

export interface BodyLimits {
  /** Bytes after unpacking. */
  readonly limit: number;
  /** Milliseconds for the whole body. */
  readonly timeout: number;
}

/** Reads the whole body of an answer, unpacked; for small files only. Throws an `HttpFailure`. */
export async function readBody(response: HttpResponse, { limit, timeout }: BodyLimits): Promise<Uint8Array> {
  const { body, url } = response;
  const late = setTimeout(() => body.destroy(new HttpFailure('timeout', `${url} took too long.`)), timeout);
  try {
    const chunks: Uint8Array[] = [];
    let total = 0;
    for await (const chunk of unpacked(response)) {
      if (!(chunk instanceof Uint8Array)) continue;
      total += chunk.length;
      if (total > limit) throw new HttpFailure('too-large', `${url} is larger than ${Math.round(limit / 1e6)} MB.`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw explain(error, url);
  } finally {
    clearTimeout(late);
    body.destroy();
  }
}
