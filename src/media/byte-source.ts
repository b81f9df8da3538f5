/**
 * Random access to the bytes of one file, wherever it lies: a disk, memory, a server. Media are only ever read through
 * this, in pieces, so that no file is held whole.
 */
export interface ByteSource {
  /** Bytes in the file. */
  readonly size: number;
  /**
   * What reading here and there costs, where it is more than on a disk: a request for each place, or all the bytes on
   * the way to it.
   */
  readonly cost?: 'requests' | 'bytes';
  /**
   * Up to `length` bytes from `offset`; fewer, down to none, where the file ends. They are the caller's to keep. Who reads a long
   * file from end to end lends a `buffer` of `length` bytes, which may be filled in place of new memory.
   */
  read(offset: number, length: number, buffer?: Uint8Array): Promise<Uint8Array>;
}

const blockBytes = 8 * 1024;
const mostBlocks = 8;

/**
 * The same bytes, read in blocks of 8 kB, of which the last few are kept: parsers ask for a few bytes at a time, here
 * at the head and there at the tail. Long reads go straight to the source.
 */
export function buffered(source: ByteSource): ByteSource {
  const blocks = new Map<number, Uint8Array>();
  async function block(index: number): Promise<Uint8Array> {
    const bytes = blocks.get(index) ?? (await source.read(index * blockBytes, blockBytes));
    blocks.delete(index);
    blocks.set(index, bytes);
    const [oldest] = blocks.keys();
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest);
    return bytes;
  }
  return {
    size: source.size,
    ...(source.cost !== undefined && { cost: source.cost }),
    async read(offset, length, buffer) {
      const wanted = Math.max(0, Math.min(length, source.size - offset));
      if (wanted > blockBytes) return source.read(offset, wanted, buffer);
      const start = offset % blockBytes;
      const first = await block((offset - start) / blockBytes);
      if (start + wanted <= blockBytes) return first.subarray(start, start + wanted);
      const second = await block((offset - start) / blockBytes + 1);
      return Buffer.concat([first.subarray(start), second]).subarray(0, wanted);
    },
  };
}

/** A file that is already in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
