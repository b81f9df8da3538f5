import { probeAudio } from '../media/audio.ts';
import type { ByteSource } from '../media/byte-source.ts';
import { probeImage } from '../media/image/image.ts';
import type { MediaFailure, MediaFile } from '../model/media.ts';
import type { MediaProbe } from '../ports.ts';
import { withFile } from './byte-source.ts';
import { locator } from './project-files.ts';

/** Measures the files below `root`, a folder of this machine. Nothing outside it is ever opened. */
export function mediaProbe(root: string): MediaProbe {
  const locate = locator(root);

  async function probe(path: string, use: (source: ByteSource) => Promise<MediaFile>): Promise<MediaFile> {
    try {
      const found = locate(path);
      if (found === 'outside') return failed(path, 0, { kind: 'outside' });
      return found.stats.isFile() ? await withFile(found.place, use) : failed(path, 0, { kind: 'not-a-file' });
    } catch (error) {
      return failed(path, 0, failureOf(error));
    }
  }

  return {
    audio: (path) =>
      probe(path, async (source) => {
        const result = await probeAudio(source);
        if ('failure' in result) return failed(path, source.size, result.failure);
        return { path, kind: 'audio', bytes: source.size, audio: result.audio };
      }),
    image: (path) =>
      probe(path, async (source) => {
        const result = await probeImage(source);
        if ('failure' in result) return failed(path, source.size, result.failure);
        return { path, kind: 'image', bytes: source.size, image: result.image, hash: result.hash };
      }),
  };
}

function failed(path: string, bytes: number, failure: MediaFailure): MediaFile {
  return { path, kind: 'failed', bytes, failure };
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not read it',
  EPERM: 'this account may not read it',
  ELOOP: 'it is a link that leads back to itself',
  EIO: 'the disk cannot read it',
  EMFILE: 'too many files are open at once',
};

/** A name with a zero byte or one too long for the disk names no file either. */
function failureOf(error: unknown): MediaFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(?:ENOENT|ENOTDIR|ENAMETOOLONG|ERR_INVALID_ARG_VALUE)$/.test(code)) return { kind: 'missing' };
  return { kind: 'unreadable', detail: reasons[code] ?? `the system will not open it (${code || 'no reason given'})` };
}
