import { type Command, type Cost, measure, medianCost } from './measure.ts';
import type { Subject } from './subjects.ts';
import { type Row, ratioOf } from './table.ts';
import { limit } from './targets.ts';

/** What it costs to begin at all, held against a node that does nothing. `show` is one of ten episodes, built before. */
export async function measureStartUp(
  show: string,
  ppod: Subject,
  { main, runs, folder }: { readonly main: string; readonly runs: number; readonly folder: string },
): Promise<{ readonly rows: Row[]; readonly least: string }> {
  await ppod.clear(show);
  await measure(ppod.command(show), folder);
  const programs: readonly { readonly name: string; readonly command: Command; readonly most?: number }[] = [
    { name: 'node -e 0', command: { args: ['-e', '0'] } },
    { name: 'ppod --version', command: { args: [main, '--version'] }, most: 1.3 },
    { name: 'ppod build, 10 episodes, warm', command: ppod.command(show), most: 2 },
  ];
  const costs = programs.map((): Cost[] => []);
  for (let round = 0; round < runs; round++) {
    for (const [i, { command }] of programs.entries()) costs[i]?.push(await measure(command, folder));
  }
  const [nothing = medianCost([])] = costs.map(medianCost);
  const rows = programs.map(({ name, most }, i): Row => {
    const cost = medianCost(costs[i] ?? []);
    const ratio = ratioOf(cost, nothing);
    return { task: 'start-up', program: name, cost, ratio, targets: most === undefined ? [] : [limit(ratio, most)] };
  });
  const least = programs.map(({ name }, i) => {
    const [cpu, wall] = [leastOf(costs[i] ?? [], 'cpu'), leastOf(costs[i] ?? [], 'wall')];
    return `${name} ${cpu.toFixed(3)} s CPU, ${wall.toFixed(3)} s`;
  });
  return { rows, least: `Least of ${runs} starts: ${least.join('; ')}.` };
}

function leastOf(costs: readonly Cost[], figure: 'cpu' | 'wall'): number {
  return Math.min(...costs.map((cost) => cost[figure]));
}
