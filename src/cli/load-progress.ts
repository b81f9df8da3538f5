import type { LoadOptions } from '../pipeline/load.ts';
import type { Talk } from './talk.ts';

/** How far reading a show has come, as lines of progress: with hundreds of episodes it takes seconds. */
export function loadProgress(talk: Talk): Pick<LoadOptions, 'onProgress' | 'onListening'> {
  talk.progress('Reading the show');
  return {
    onProgress: (done, total, path) => talk.progress(`Measuring ${done} of ${total}: ${path}`),
    onListening: (done, total, path) => talk.progress(`Listening, ${done} of ${total} done: ${path}`),
  };
}
