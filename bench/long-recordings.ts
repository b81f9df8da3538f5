import { type Cost, measure, medianCost } from './measure.ts';
import type { Subject } from './subjects.ts';
import { mark, type Row } from './table.ts';

/** Minutes: the show of eleven whose last recording is short, and the two whose last one is long. */
export const lastRecordings = [1, 45, 180] as const;

const most = { seconds: 0.3, megabytes: 10 };

/**
 * What an MP3 without a header adds to a cold build, of which only the last frame says how long it is. `shows` differ in that
 * one recording alone, and are in the order of `lastRecordings`.
 */
export async function measureLongRecordings(
  shows: readonly string[],
  ppod: Subject,
  { runs, folder }: { readonly runs: number; readonly folder: string },
): Promise<Row[]> {
  const costs = shows.map((): Cost[] => []);
  for (let round = 0; round < runs; round++) {
    for (const [i, show] of shows.entries()) {
      await ppod.clear(show);
      costs[i]?.push(await measure(ppod.command(show), folder));
    }
  }
  const medians = costs.map(medianCost);
  const [short] = medians;
  if (short === undefined) return [];
  return medians.map((cost, i): Row => {
    const minutes = lastRecordings[i] ?? 0;
    const targets = minutes === 45 ? [timeAdded(cost, short)] : minutes === 180 ? [memoryAdded(cost, short)] : [];
    return { task: `11 episodes, cold, ${minutes} min without header`, program: ppod.name, cost, targets };
  });
}

function timeAdded(cost: Cost, short: Cost): string {
  const [cpu, wall] = [cost.cpu - short.cpu, cost.wall - short.wall];
  const each = [cpu, wall].map((added) => `${added.toFixed(2)} s ${mark(added < most.seconds)}`);
  return `adds < ${most.seconds} s: CPU ${each[0]} wall ${each[1]}`;
}

/** No memory: no more than the garbage collector's moods, some megabytes of a recording of 130. */
function memoryAdded(cost: Cost, short: Cost): string {
  const added = cost.memory - short.memory;
  return `adds < ${most.megabytes} MB: ${added.toFixed(0)} MB ${mark(added < most.megabytes)}`;
}
