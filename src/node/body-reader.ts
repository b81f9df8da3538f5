import { explain, HttpFailure, type HttpResponse } from './http.ts';

/** Reads the body of an answer in pieces of a given size. */
export class BodyReader {
  readonly #url: string;
  readonly #body: HttpResponse['body'];
  readonly #chunks: AsyncIterator<unknown>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(url: string, body: HttpResponse['body']) {
    this.#url = url;
    this.#body = body;
    this.#chunks = body[Symbol.asyncIterator]();
    // A connection may also break while nobody reads; the next one who does is told.
    body.on('error', () => undefined);
  }

  /** The next `length` bytes; fewer where the body ends. Throws an `HttpFailure`, also after `timeout` milliseconds. */
  async next(length: number, timeout: number): Promise<Uint8Array> {
    const late = setTimeout(
      () => this.#body.destroy(new HttpFailure('timeout', `${this.#url} comes too slowly.`)),
      timeout,
    );
    const chunks = [this.#rest];
    let bytes = this.#rest.length;
    try {
      while (bytes < length) {
        const { value, done } = await this.#chunks.next();
        if (done === true || !(value instanceof Uint8Array)) break;
        chunks.push(value);
        bytes += value.length;
      }
    } catch (error) {
      throw explain(error, this.#url);
    } finally {
      clearTimeout(late);
    }
    const all = Buffer.concat(chunks);
    this.#rest = all.subarray(length);
    return all.subarray(0, length);
  }

  /** Waits for the end, so that the connection can be used again; what comes in place of it is given up by `close`. */
  async finish(): Promise<void> {
    if (this.#rest.length === 0) await this.next(1, 1000).catch(() => undefined);
  }

  /** Gives up the rest. */
  close(): void {
    this.#body.destroy();
  }
}
