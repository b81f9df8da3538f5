import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildCosts, measureBuilds, type State, states } from './builds.ts';
import { show } from './corpus/show.ts';
import { medianCost } from './measure.ts';
import { installedPeers } from './peers.ts';
import { bareScript, ppod } from './subjects.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(tmpdir(), 'ppod-bench') },
  },
});
const repository = resolve(import.meta.dirname, '../..');
const folder = resolve(values.folder);
const peers = await installedPeers(join(repository, 'bench/peers'), folder);
const places = { repository, folder, peers };
const sizes = values.quick ? [100] : values.large ? [1000, 5000, 20000] : [1000, 5000];
const only = values.only ?? [];
const wanted = states.filter((state) => only.length === 0 || only.includes(state));
const subjects = [bareScript(places), ppod(false, places), ppod(true, places)];

const print = (line: string) => process.stdout.write(`${line}\n`);
for (const size of sizes) {
  const root = await show(folder, repository, { episodes: size });
  const runs = size > 5000 ? 1 : Number(values.runs);
  const results = await measureBuilds(root, subjects, { runs, folder, wanted });
  print(`\n${size} episodes, ${runs} runs\n`);
  print('| build | | CPU s | wall s | peak MB | CPU ratio | wall ratio |');
  print('|---|---|--:|--:|--:|--:|--:|');
  for (const result of results) print(row(result, results));
}

function row({ subject, state, costs }: BuildCosts, all: readonly BuildCosts[]): string {
  const { cpu, wall, memory } = medianCost(costs);
  const yard = all.find((one) => one.subject === 'bare script' && one.state === yardFor(state));
  const base = medianCost(yard?.costs ?? []);
  const cells = [
    cpu.toFixed(2),
    wall.toFixed(2),
    memory.toFixed(0),
    (cpu / base.cpu).toFixed(2),
    (wall / base.wall).toFixed(2),
  ];
  return `| ${[subject, state, ...cells].join(' | ')} |`;
}

function yardFor(state: State): State {
  return state === 'cold' ? 'cold' : 'warm';
}
