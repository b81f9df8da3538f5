import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '../media/byte-source.ts';

/** Opens a file of this machine for `use`, and closes it whatever happens. Throws what the system throws. */
export async function withFile<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await use(await fileSource(file));
  } finally {
    await file.close();
  }
}

/** The bytes of an open file. Its size is taken now: what is appended later is not seen. */
export async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}
