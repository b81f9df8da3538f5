import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../media/byte-source.ts';

/** Opens a file of this machine for `use`, and closes it whatever happens. Throws what the system throws. */
export async function withFile<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const file = openSync(path, 'r');
  try {
    return await use(fileSource(file));
  } finally {
    closeSync(file);
  }
}

/**
 * The bytes of an open file, by its descriptor. Its size is taken now: what is appended later is not seen. Read
 * synchronously, since a header is a few blocks, and for thousands of files promises cost more than the reading.
 */
export function fileSource(file: number): ByteSource {
  const { size } = fstatSync(file);
  return {
    size,
    async read(offset, length, buffer) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const filled = buffer ?? Buffer.allocUnsafe(wanted);
      return filled.subarray(0, readSync(file, filled, 0, wanted, offset));
    },
  };
}
