import type { ByteSource } from './byte-source.ts';

/** A byte source as the web's Blob, which is how music-metadata takes a file that it may jump about in. */
export class SourceBlob extends Blob {
  readonly #source: ByteSource;
  readonly #start: number;
  readonly #end: number;

  constructor(source: ByteSource, type: string, start = 0, end = source.size) {
    super([], { type });
    this.#source = source;
    this.#start = start;
    this.#end = end;
  }

  override get size(): number {
    return this.#end - this.#start;
  }

  /** Only what music-metadata asks for: both ends given, none negative. */
  override slice(start = 0, end = this.size): SourceBlob {
    const clip = (offset: number) => Math.min(this.#start + Math.max(0, offset), this.#end);
    return new SourceBlob(this.#source, this.type, clip(start), clip(Math.max(start, end)));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(await this.#source.read(this.#start, this.size)).buffer;
  }
}
