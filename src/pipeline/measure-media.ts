import type { MeasuredFile, MediaFailure, MediaFile } from '../model/media.ts';
import { mediaNames } from '../model/media-path.ts';
import { isAddress, mediaAddress } from '../model/urls.ts';
import type { Ports } from '../ports.ts';
import { eachOf } from './each-of.ts';

/** What show and episodes name, and as what: files of media/, and addresses of audio. */
export type NamedMedia = ReadonlyMap<string, 'audio' | 'image'>;

/**
 * Told of each media file as it is measured, for a progress line: its path or address and, where much of it has to be fetched,
 * how far that is.
 */
export type OnMeasuring = (done: number, total: number, file: string) => void;

interface MeasureOptions {
  /** Files read at the same time. */
  readonly jobs: number;
  /** Where media/ is served, if not beside the pages: audio that is not in the folder is measured there. */
  readonly mediaBase: string | undefined;
  readonly onProgress: OnMeasuring | undefined;
}

/** Measures all that is named, each once; `mediaPaths` are the files that are there. The answer is by the name given. */
export async function measureMedia(
  ports: Pick<Ports, 'media' | 'remoteAudio'>,
  mediaPaths: readonly string[],
  names: NamedMedia,
  { jobs, mediaBase, onProgress }: MeasureOptions,
): Promise<ReadonlyMap<string, MeasuredFile>> {
  const resolve = mediaNames(mediaPaths);
  let done = 0;
  const measureRemote = (url: string) =>
    ports.remoteAudio?.audio(url, (bytes, total) =>
      onProgress?.(done, names.size, `${url} (${megabytes(bytes)} of ${megabytes(total)} MB)`),
    ) ?? failed(url, { kind: 'not-served', fault: 'unasked', detail: `Nobody asked for ${url}.` });
  const measure = async (name: string, kind: 'audio' | 'image'): Promise<MeasuredFile> => {
    if (isAddress(name)) return measureRemote(name);
    const resolved = resolve(name);
    if (resolved.kind === 'file') return ports.media[kind](resolved.path);
    if (resolved.kind === 'missing' && kind === 'audio' && mediaBase !== undefined) {
      return measureRemote(mediaAddress(mediaBase, resolved.path));
    }
    return failed(name, { kind: resolved.kind === 'folder' ? 'not-a-file' : resolved.kind });
  };
  const files = await eachOf([...names], jobs, async ([name, kind]) => {
    const file = await measure(name, kind);
    onProgress?.(++done, names.size, file.path);
    return [name, file] as const;
  });
  return new Map(files);
}

function failed(path: string, failure: MediaFailure): MediaFile {
  return { path, kind: 'failed', bytes: 0, failure };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
