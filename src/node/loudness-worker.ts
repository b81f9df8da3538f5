import { parentPort, workerData } from 'node:worker_threads';
import type { Decodable } from './pcm-decoder.ts';
import { measureSound } from './sound-measurement.ts';

/** Measures the one file that it was started for, on a thread of its own. */
const { path, audio }: { path: string; audio: Decodable } = workerData;
parentPort?.postMessage(await measureSound(path, audio));
