import type { ByteSource } from '../media/byte-source.ts';
import { BodyReader } from './body-reader.ts';
import { HttpFailure, type HttpOptions } from './http.ts';
import { type FilePart, maybeSameFile, requestPart, type Validators } from './range-response.ts';
import { withRetries } from './retries.ts';
import { ServingFailure } from './serving-failure.ts';

export interface RangeOptions extends HttpOptions {
  readonly attempts?: number;
  /** Milliseconds before the second attempt. */
  readonly pause?: number;
  /** Milliseconds that a block may take: a server that is slower is not waited for. */
  readonly blockTimeout?: number;
  /** More bytes than this are not fetched of one file. */
  readonly limit?: number;
  /** Told of all bytes fetched so far. */
  readonly onBytes?: (bytes: number) => void;
}

/** What is asked for at least, so that a few requests do. Bytes. */
const blockBytes = 64 * 1024;

/** Blocks that are kept, of one file: 1 MB. */
const mostBlocks = 16;

/** Parts in a row, or requests in all, after which what lies ahead is read in one go. */
const mostInRow = 2;
const mostParts = 64;

/** A file that takes more requests than this is made to keep us busy. */
const mostRequests = 500;

/** A file of twelve hours at 96 kbit/s. Bytes. */
const usualLimit = 550_000_000;

/**
 * A file on a web server, read by range requests. Blocks are kept as `buffered` does; who reads on and on gets the rest from
 * one answer, a block at a time; and from a server that sends no parts all that lies before what is asked for is read and thrown
 * away. Every read may throw an `HttpFailure` or a `ServingFailure`.
 */
export class RangeSource implements ByteSource {
  readonly size: number;
  readonly cost: 'requests' | 'bytes';
  readonly validators: Validators;
  readonly contentType: string;
  readonly #url: string;
  /** Where the first part came from, after redirects: who counts downloads there counts one. */
  readonly #target: string;
  readonly #options: RangeOptions;
  readonly #blocks = new Map<number, Uint8Array>();
  /** An answer that is read on, and the block that comes next in it. */
  #stream: { readonly reader: BodyReader; next: number } | undefined;
  #requests = 1;
  #partsInRow = 0;
  #nextInRow = 1;
  #fetched = 0;

  /** Asks for the first block, and learns from the answer what there is. */
  static async open(url: string, options: RangeOptions): Promise<RangeSource> {
    return withRetries(async () => {
      const first = await requestPart(url, 0, blockBytes, options);
      const source = new RangeSource(url, first, options);
      if (first.isPart) await source.#readPart(first.body, 0, 1);
      else source.#stream = { reader: new BodyReader(url, first.body), next: 0 };
      return source;
    }, retriesOf(options));
  }

  private constructor(url: string, { url: target, validators, isPart, contentType }: FilePart, options: RangeOptions) {
    this.#url = url;
    this.#target = target;
    this.#options = options;
    this.validators = validators;
    this.size = validators.bytes;
    this.cost = isPart ? 'requests' : 'bytes';
    this.contentType = contentType;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const result = Buffer.allocUnsafe(wanted);
    const end = Math.ceil((offset + wanted) / blockBytes);
    for (let index = Math.floor(offset / blockBytes); index < end && wanted > 0; index++) {
      if (!this.#blocks.has(index)) await this.#fetch(index, this.#endOfGap(index, end));
      const block = this.#blocks.get(index) ?? new Uint8Array(0);
      const start = index * blockBytes - offset;
      result.set(block.subarray(Math.max(0, -start), Math.max(0, wanted - start)), Math.max(0, start));
    }
    return result;
  }

  /** Ends what is still on its way. */
  close(): void {
    this.#stream?.reader.close();
    this.#stream = undefined;
  }

  /** The block before `end` at which what is missing from `index` on ends; never more than are kept. */
  #endOfGap(index: number, end: number): number {
    let next = index + 1;
    while (next < Math.min(end, index + mostBlocks) && !this.#blocks.has(next)) next++;
    return next;
  }

  async #fetch(start: number, end: number): Promise<void> {
    const isReadOn = this.#shouldReadOn(start);
    await withRetries(() => (isReadOn ? this.#readOn(start, end) : this.#requestBlocks(start, end)), {
      ...retriesOf(this.#options),
      onRetry: () => this.close(),
    });
  }

  #shouldReadOn(start: number): boolean {
    if (this.cost === 'bytes' || this.#stream?.next === start) return true;
    this.#partsInRow = start === this.#nextInRow ? this.#partsInRow + 1 : 0;
    return this.#partsInRow > mostInRow || (this.#requests >= mostParts && start >= this.#nextInRow);
  }

  async #requestBlocks(start: number, end: number): Promise<void> {
    const { body } = await this.#request(start * blockBytes, Math.min(end * blockBytes, this.size));
    await this.#readPart(body, start, end);
    this.#nextInRow = end;
  }

  async #readPart(body: FilePart['body'], start: number, end: number): Promise<void> {
    const reader = new BodyReader(this.#url, body);
    try {
      await this.#readBlocks(reader, start, end);
      await reader.finish();
    } finally {
      reader.close();
    }
  }

  async #readOn(start: number, end: number): Promise<void> {
    if (this.#stream === undefined || this.#stream.next > start) {
      this.close();
      const from = this.cost === 'bytes' ? 0 : start;
      const { body } = await this.#request(from * blockBytes, undefined);
      this.#stream = { reader: new BodyReader(this.#url, body), next: from };
    }
    const { reader, next } = this.#stream;
    this.#stream.next = end;
    await this.#readBlocks(reader, next, end);
  }

  async #request(start: number, end: number | undefined): Promise<FilePart> {
    if (++this.#requests > mostRequests) {
      throw new ServingFailure('too-large', `${this.#url} would take more than ${mostRequests} requests.`);
    }
    const part = await requestPart(this.#target, start, end, this.#options);
    if (maybeSameFile(this.validators, part.validators) && part.isPart === (this.cost === 'requests')) return part;
    part.body.destroy();
    throw new ServingFailure('untrue', `${this.#url} is not the same from one moment to the next.`);
  }

  /** Takes the blocks from `start` to before `end` from `reader`. */
  async #readBlocks(reader: BodyReader, start: number, end: number): Promise<void> {
    const { blockTimeout = 60_000, limit = usualLimit, onBytes } = this.#options;
    for (let index = start; index < end; index++) {
      const length = Math.min(blockBytes, this.size - index * blockBytes);
      const block = await reader.next(length, blockTimeout);
      if (block.length < length) throw new HttpFailure('network', `${this.#url} ended before it was whole.`);
      this.#fetched += length;
      onBytes?.(this.#fetched);
      if (this.#fetched > limit) throw tooLarge(this.#url, limit);
      this.#keep(index, block);
    }
  }

  #keep(index: number, block: Uint8Array): void {
    this.#blocks.set(index, block);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > mostBlocks && oldest !== undefined) this.#blocks.delete(oldest);
  }
}

function tooLarge(url: string, limit: number): ServingFailure {
  return new ServingFailure('too-large', `More than ${Math.round(limit / 1e6)} MB of ${url} would have to be read.`);
}

function retriesOf({ attempts = 3, pause }: RangeOptions) {
  return { attempts, ...(pause !== undefined && { pause }) };
}
