import { type Cost, measure } from './measure.ts';
import { edit, type Subject } from './subjects.ts';

export const states = ['cold', 'warm', 'edited'] as const;
export type State = (typeof states)[number];

export interface BuildCosts {
  readonly subject: string;
  readonly state: State;
  readonly costs: readonly Cost[];
}

/**
 * Builds the show with every subject in turn, `runs` times over, so that what slows the machine for a while slows all of them.
 * Each turn is a build from nothing, one where nothing changed, and one where somebody changed the notes of one episode.
 */
export async function measureBuilds(
  show: string,
  subjects: readonly Subject[],
  { runs, folder, wanted }: { readonly runs: number; readonly folder: string; readonly wanted: readonly State[] },
): Promise<BuildCosts[]> {
  const costs = new Map<string, Cost[]>();
  for (let round = 0; round < runs; round++) {
    for (const subject of turned(subjects, round)) {
      await edit(show, 0);
      await subject.clear(show);
      for (const state of states.slice(0, lastOf(wanted) + 1)) {
        if (state === 'edited') await edit(show, round + 1);
        const cost = await measure(subject.command(show), folder);
        const key = `${subject.name}\n${state}`;
        costs.set(key, [...(costs.get(key) ?? []), cost]);
        process.stderr.write(`${subject.name}, ${state}: ${cost.cpu.toFixed(2)} s CPU, ${cost.wall.toFixed(2)} s\n`);
      }
    }
  }
  await edit(show, 0);
  return subjects.flatMap(({ name }) =>
    wanted.map((state) => ({ subject: name, state, costs: costs.get(`${name}\n${state}`) ?? [] })),
  );
}

const lastOf = (wanted: readonly State[]) => Math.max(...wanted.map((state) => states.indexOf(state)));

/** Another begins in each round. */
function turned<T>(list: readonly T[], round: number): T[] {
  const first = round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}
