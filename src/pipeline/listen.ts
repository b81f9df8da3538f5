import type { Loudness, MediaFile } from '../model/media.ts';
import type { LoudnessMeter } from '../ports.ts';

/** Told of each file that was listened to, for a progress line. */
export type OnListening = (done: number, total: number, path: string) => void;

/** Listens to every file once, however often it is named. The answers are by project path, in the order of the files. */
export async function listen(
  meter: LoudnessMeter,
  files: Iterable<MediaFile | undefined>,
  onListening?: OnListening,
): Promise<ReadonlyMap<string, Loudness>> {
  const audio = new Map([...files].flatMap((file) => (file?.kind === 'audio' ? [[file.path, file.audio]] : [])));
  let done = 0;
  const reports = await Promise.all(
    [...audio].map(async ([path, info]): Promise<[string, Loudness]> => {
      const loudness = await meter.measure(path, info);
      onListening?.(++done, audio.size, path);
      return [path, loudness];
    }),
  );
  return new Map(reports);
}
