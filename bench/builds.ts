import { type Cost, measure, medianCost } from './measure.ts';
import { edit, type Subject } from './subjects.ts';

/**
 * A build from nothing, one where nothing changed, one where somebody changed the notes of one episode, and one of a fresh
 * checkout with the cache of the last.
 */
export const states = ['cold', 'warm', 'edited', 'checkout'] as const;
export type State = (typeof states)[number];

/** Medians, by subject and state. */
export type BuildCosts = ReadonlyMap<string, Cost>;

export const keyOf = (subject: string, state: State) => `${subject}, ${state}`;

/** Builds the show with every subject in turn, `runs` times over: what slows the machine for a while slows all of them. */
export async function measureBuilds(
  show: string,
  subjects: readonly Subject[],
  { runs, folder, wanted }: { readonly runs: number; readonly folder: string; readonly wanted: readonly State[] },
): Promise<BuildCosts> {
  const needed = states.slice(0, Math.max(...wanted.map((state) => states.indexOf(state))) + 1);
  const costs = new Map<string, Cost[]>();
  for (let round = 0; round < runs; round++) {
    for (const subject of turned(subjects, round)) {
      for (const state of needed) {
        if (!(await prepare(subject, state, { show, round }))) continue;
        const cost = await measure(subject.command(show), folder);
        const key = keyOf(subject.name, state);
        costs.set(key, [...(costs.get(key) ?? []), cost]);
        process.stderr.write(`${key}: ${cost.cpu.toFixed(2)} s CPU, ${cost.wall.toFixed(2)} s\n`);
      }
    }
  }
  await edit(show, 0);
  return new Map([...costs].map(([key, all]) => [key, medianCost(all)]));
}

/** Brings the show into a state, from the one before it; `false` where the subject has no such state. */
async function prepare(
  subject: Subject,
  state: State,
  { show, round }: { readonly show: string; readonly round: number },
): Promise<boolean> {
  if (subject.isOnlyCold === true && state !== 'cold') return false;
  switch (state) {
    case 'cold':
      await edit(show, 0);
      await subject.clear(show);
      return true;
    case 'warm':
      return true;
    case 'edited':
      await edit(show, round + 1);
      return true;
    case 'checkout':
      await subject.checkout?.(show);
      return subject.checkout !== undefined;
  }
}

/** Another begins in each round. */
function turned<T>(list: readonly T[], round: number): T[] {
  const first = round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}
