import { join } from 'node:path';
import { decodeFeed } from '../feeds/decode-feed.ts';
import { faultOf } from '../importers/arrivals.ts';
import type { Download } from '../importers/planned-file.ts';
import { download, sizeOf } from './download.ts';
import { fetchFile } from './fetch-text.ts';
import { HttpFailure } from './http.ts';
import { writeNew } from './import-files.ts';

export interface FetchAllOptions {
  /** Hosts that the user named. */
  readonly named: ReadonlySet<string>;
  readonly scratch: string;
  readonly onProgress?: (words: string) => void;
}

/** What became of a download. `bytes` is what the file has, `reason` a plain sentence. */
export type Arrival =
  | { readonly download: Download; readonly kind: 'here'; readonly bytes: number; readonly isNew: boolean }
  | { readonly download: Download; readonly kind: 'failed'; readonly reason: string }
  /** Nobody asked for it. */
  | { readonly download: Download; readonly kind: 'left' };

/** Transfers at the same time: what one listener's app would do, so that no host takes it for an attack. */
const concurrency = 4;

/** Transcripts and chapters are texts; larger ones are something else. Bytes. */
const textLimit = 20_000_000;

/** Fetches files into the project, four at a time. What is there already is left as it is. Throws only when the machine fails. */
export async function fetchAll(
  root: string,
  downloads: readonly Download[],
  options: FetchAllOptions,
): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  const queue = downloads.entries();
  let done = 0;
  const worker = async () => {
    for (const [index, wanted] of queue) {
      arrivals[index] = await fetchOne(root, wanted, options, (detail) =>
        options.onProgress?.(`Fetching ${done + 1} of ${downloads.length}: ${wanted.path}${detail}`),
      );
      done++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return arrivals;
}

async function fetchOne(
  root: string,
  wanted: Download,
  { named, scratch }: FetchAllOptions,
  tell: (detail: string) => void,
): Promise<Arrival> {
  const file = join(root, wanted.path);
  try {
    const there = await sizeOf(file);
    if (there !== undefined) return { download: wanted, kind: 'here', bytes: there, isNew: false };
    tell('');
    if (wanted.kind === 'transcript' || wanted.kind === 'chapters') return await fetchText(root, wanted, named);
    const onProgress = (bytes: number, total: number | undefined) =>
      tell(` (${megabytes(bytes)}${total === undefined ? '' : ` of ${megabytes(total)}`} MB)`);
    const bytes = await download(wanted.url, file, { named, scratch, onProgress });
    return { download: wanted, kind: 'here', bytes, isNew: true };
  } catch (error) {
    if (error instanceof HttpFailure) return { download: wanted, kind: 'failed', reason: error.message };
    throw error;
  }
}

async function fetchText(root: string, wanted: Download, named: ReadonlySet<string>): Promise<Arrival> {
  const { bytes, contentType } = await fetchFile(wanted.url, { limit: textLimit, named });
  const { text } = decodeFeed(bytes, contentType);
  const fault = faultOf(wanted, text);
  if (fault !== undefined) return { download: wanted, kind: 'failed', reason: `What is at ${wanted.url} ${fault}.` };
  await writeNew(root, wanted.path, text);
  return { download: wanted, kind: 'here', bytes: bytes.length, isNew: true };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
