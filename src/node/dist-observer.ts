import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Answer, Observer, Silence } from '../verification/observer.ts';
import { resolveInside } from './project-files.ts';

const types: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/x-m4a',
  '.mp4': 'video/mp4',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.vtt': 'text/vtt',
  '.srt': 'application/x-subrip',
  '.json': 'application/json',
  '.html': 'text/html',
  '.txt': 'text/plain',
};

/**
 * Answers for the files of the folder `dist` as a good server under `site` would: what is not there is 404. Addresses elsewhere
 * are not covered.
 */
export function distObserver(dist: string, site: string): Observer {
  return {
    isServed: false,
    covers: (url) => url.startsWith(site),
    async ask(url, { method, headers = {}, wantsBody = false }): Promise<Answer | Silence> {
      const redirects = [url];
      const file = resolveInside(dist, decodeURIComponent(url.slice(site.length)));
      const found = file === undefined ? undefined : await stat(file);
      if (file === undefined || found?.isFile() !== true)
        return { status: 404, headers: {}, redirects, bytes: undefined };
      const isPart = method === 'GET' && headers['Range'] !== undefined;
      return {
        status: isPart ? 206 : 200,
        headers: {
          'content-type': types[extname(file).toLowerCase()],
          ...(isPart ? { 'content-range': `bytes 0-1/${found.size}` } : { 'content-length': String(found.size) }),
        },
        redirects,
        bytes: wantsBody ? await readFile(file) : undefined,
      };
    },
  };
}
