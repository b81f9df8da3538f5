import { availableParallelism } from 'node:os';
import type { AudioInfo, Loudness, LoudnessReport } from '../model/media.ts';
import type { LoudnessMeter } from '../ports.ts';
import { type Cache, cacheFolder, diskCache } from './cache.ts';
import { contentHash } from './content-hash.ts';
import type { Decodable } from './pcm-decoder.ts';
import { finder } from './project-files.ts';
import { type Turn, turns } from './turns.ts';

/** Raised whenever the same bytes would be measured differently. */
const version = 1;
const mostMegabytes = 512;
const broken: Loudness = { kind: 'unmeasured', reason: 'cannot be decoded: it is damaged' };

/**
 * Measures files below `root`, as many at a time as the machine has processors, each on a thread of its own. A report
 * is kept under the SHA-256 of the file's bytes: it is used again for the same bytes and no others.
 */
export function loudnessMeter(root: string, cache: Cache = diskCache(cacheFolder())): LoudnessMeter {
  const find = finder(root);
  const turn = turns(availableParallelism());
  return {
    async measure(path, audio) {
      try {
        const found = find(path);
        if (found?.stats.isFile() !== true) return { kind: 'unmeasured', reason: 'is not a file of this show' };
        return await measureOnce(found.place, audio, cache, turn);
      } catch {
        return { kind: 'unmeasured', reason: 'cannot be opened' };
      }
    },
  };
}

async function measureOnce(file: string, audio: AudioInfo, cache: Cache, turn: Turn): Promise<Loudness> {
  const { container, channels, hasSeekHeader } = audio;
  const key = `loudness ${version} of ${await turn(() => contentHash(file, cache))}`;
  const known = await cache.get(key);
  if (isReport(known)) return { kind: 'measured', report: known };
  const found = await turn(() => measureOnThread(file, { container, channels, hasSeekHeader }));
  if (found.kind === 'measured') await cache.set(key, found.report);
  return found;
}

/** Sound that makes the decoder fail, or fill its memory, ends its thread and nothing else. */
async function measureOnThread(path: string, audio: Decodable): Promise<Loudness> {
  if (import.meta.url.endsWith('.ts')) {
    // Node 20 starts no thread from TypeScript: tests, which run the sources, measure on their own thread.
    const { measureSound } = await import('./sound-measurement.ts');
    return measureSound(path, audio);
  }
  const { Worker } = await import('node:worker_threads');
  return await new Promise((resolve) => {
    const worker = new Worker(new URL('./loudness-worker.js', import.meta.url), {
      workerData: { path, audio },
      // The options that this program was started with are not the thread's.
      execArgv: [],
      // The decoder writes its complaints there.
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    worker.once('message', resolve);
    worker.once('error', () => resolve(broken));
    worker.once('exit', () => resolve(broken));
  });
}

const figures = ['durationSeconds', 'clippings', 'silenceAtStartSeconds', 'silenceAtEndSeconds'] as const;
const figuresOrNone = ['integratedLufs', 'truePeakDb'] as const;

/** What a damaged cache holds may be anything. */
function isReport(value: unknown): value is LoudnessReport {
  // A border: every field that is then relied on is looked at.
  const report = value as Partial<LoudnessReport> | null | undefined;
  return (
    figures.every((name) => Number.isFinite(report?.[name])) &&
    figuresOrNone.every((name) => report?.[name] === undefined || Number.isFinite(report[name])) &&
    typeof report?.image === 'string' &&
    Array.isArray(report.waveform?.peaks)
  );
}
