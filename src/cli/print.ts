import { writeSync } from 'node:fs';

/**
 * Writes all of it before returning, also into a pipe, so that the process may end at once. A reader that has seen enough
 * (`ppod check | head`) is no failure.
 */
export function print(stream: 'stdout' | 'stderr', text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(process[stream].fd, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}
