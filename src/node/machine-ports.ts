import { resolve } from 'node:path';
import type { Ports } from '../ports.ts';
import { loudnessMeter } from './loudness-meter.ts';
import { mediaProbe } from './media-probe.ts';
import { pictures } from './pictures.ts';
import { privateList } from './private-list.ts';
import { projectFiles } from './project-files.ts';
import { hostsNamedIn, remoteAudio } from './remote-audio.ts';
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
  return {
    files: projectFiles(folder),
    media: mediaProbe(folder),
    remoteAudio: remoteAudio({ named: hostsNamedIn(process.env) }),
    loudness: loudness ? meter : undefined,
    waveforms: meter,
    pictures: pictures(folder),
    search: searchIndexer,
    privateList: privateList(folder, process.env),
    asOf,
  };
}
