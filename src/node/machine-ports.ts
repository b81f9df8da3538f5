import { resolve } from 'node:path';
import type { Ports } from '../ports.ts';
import { once } from '../text/once.ts';
import { loudnessMeter } from './loudness-meter.ts';
import { mediaProbe } from './media-probe.ts';
import { pictures } from './pictures.ts';
import { privateList } from './private-list.ts';
import { projectFiles } from './project-files.ts';
import { searchIndexer } from './search-indexer.ts';

/**
 * The ports of this machine for the show project in the folder `root`. `asOf`: the instant taken as now, in milliseconds
 * since 1970. With `loudness`, checks listen to the audio, which takes some seconds for each hour of it the first time.
 */
export function machinePorts(
  root: string,
  asOf: number,
  { loudness = false }: { readonly loudness?: boolean } = {},
): Ports {
  const folder = resolve(root);
  const meter = loudnessMeter(folder);
  // Few shows name audio elsewhere, and with it comes all that Node.js needs for a network.
  const remote = once(async () => {
    const { hostsNamedIn, remoteAudio } = await import('./remote-audio.ts');
    return remoteAudio({ named: hostsNamedIn(process.env) });
  });
  return {
    files: projectFiles(folder),
    media: mediaProbe(folder),
    remoteAudio: { audio: async (url, onPart) => (await remote()).audio(url, onPart) },
    loudness: loudness ? meter : undefined,
    waveforms: meter,
    pictures: pictures(folder),
    search: searchIndexer,
    privateList: privateList(folder, process.env),
    asOf,
  };
}
