import { type BuildCosts, keyOf, type State } from './builds.ts';
import type { Cost } from './measure.ts';
import type { Subject } from './subjects.ts';
import { mark, type Ratio, type Row, ratioOf } from './table.ts';

/** The show whose builds are held against the bare script's. */
export const ordinarySize = 1000;
/** How much more a show of five times as many episodes may cost. */
const growth = { episodes: 5 * ordinarySize, most: 5.5 };
/** Megabytes, by episodes. */
const mostMemory: Readonly<Record<number, number>> = { 5000: 300, 20000: 600 };
const warmRatios = { warm: 0.25, edited: 0.3 };
const mostRatios: Readonly<Record<string, Readonly<Partial<Record<State, number>>>>> = {
  'ppod, pages off': { cold: 1, ...warmRatios },
  'ppod, pages on': { cold: 1.5, ...warmRatios },
};

/** A row for every build of a show, the bare script first. `ordinary`: the builds of the ordinary show, when there were any. */
export function buildRows(
  episodes: number,
  costs: BuildCosts,
  {
    subjects,
    wanted,
    ordinary,
  }: { subjects: readonly Subject[]; wanted: readonly State[]; ordinary?: BuildCosts | undefined },
): Row[] {
  return wanted.flatMap((state) =>
    subjects.flatMap(({ name }): Row[] => {
      const cost = costs.get(keyOf(name, state));
      // The bare script keeps nothing: whatever has changed, its second build is as its first.
      const yardstick = costs.get(keyOf('bare script', state === 'cold' ? 'cold' : 'warm'));
      if (cost === undefined || yardstick === undefined) return [];
      const ratio = ratioOf(cost, yardstick);
      const targets = name.startsWith('ppod')
        ? [
            ...ratioTarget(episodes, ratio, mostRatios[name]?.[state]),
            ...growthTarget(episodes, cost, ordinary?.get(keyOf(name, state))),
            ...memoryTarget(episodes, cost),
          ]
        : [];
      return [{ task: `${episodes.toLocaleString('en-GB')} episodes, ${state}`, program: name, cost, ratio, targets }];
    }),
  );
}

function ratioTarget(episodes: number, ratio: Ratio, most: number | undefined): string[] {
  return most === undefined || episodes > ordinarySize ? [] : [limit(ratio, most)];
}

function growthTarget(episodes: number, cost: Cost, ordinary: Cost | undefined): string[] {
  if (ordinary === undefined || episodes !== growth.episodes) return [];
  const { cpu, wall } = ratioOf(cost, ordinary);
  return [
    `≤ ${growth.most} × 1,000 episodes: CPU ${cpu.toFixed(1)} ${mark(cpu <= growth.most)} wall ${wall.toFixed(1)} ${mark(wall <= growth.most)}`,
  ];
}

function memoryTarget(episodes: number, { memory }: Cost): string[] {
  const most = mostMemory[episodes];
  return most === undefined ? [] : [`≤ ${most} MB ${mark(memory <= most)}`];
}

/** `≤ 0.25 CPU ✓ wall ✗` */
export function limit({ cpu, wall }: Ratio, most: number): string {
  return `≤ ${most.toFixed(2)} CPU ${mark(cpu <= most)} wall ${mark(wall <= most)}`;
}
