import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by a fifth at most before it is cleared. Left to itself, V8 takes twice what is in use and more on a machine with
 * much memory: 660 MB in place of 340 for a show of 5,000 episodes, and no less processor time.
 */
export function keepHeapModest(): void {
  setFlagsFromString('--heap-growing-percent=20');
}
