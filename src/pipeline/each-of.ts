import { pauses } from '../text/pauses.ts';

/** Maps with `jobs` at a time, keeping the order. */
export async function eachOf<T, R>(items: readonly T[], jobs: number, map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const pause = pauses();
  const worker = async () => {
    for (const [index, item] of queue) {
      results[index] = await map(item);
      await pause();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker));
  return results;
}
