/**
 * Random access to the bytes of one file, wherever it lies: a disk, memory, a server. Media are only ever read through
 * this, in pieces, so that no file is held whole.
 */
export interface ByteSource {
  /** Bytes in the file. */
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer, down to none, where the file ends. They are the caller's to keep. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

const windowBytes = 64 * 1024;

/** The same bytes, read ahead in windows of 64 kB: parsers ask for a few bytes at a time, disks answer best in blocks. */
export function buffered(source: ByteSource): ByteSource {
  let start = 0;
  let window: Uint8Array = new Uint8Array(0);
  return {
    size: source.size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, source.size - offset));
      if (offset < start || offset + wanted > start + window.length) {
        window = await source.read(offset, Math.max(wanted, windowBytes));
        start = offset;
      }
      return window.subarray(offset - start, offset - start + wanted);
    },
  };
}

/** A file that is already in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
