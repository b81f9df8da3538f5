import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildCosts, measureBuilds, states } from './builds.ts';
import { show } from './corpus/show.ts';
import { lastRecordings, measureLongRecordings } from './long-recordings.ts';
import { installedPeers } from './peers.ts';
import { measureStartUp } from './start-up.ts';
import { bareScript, bareScriptOfAllLengths, bareScriptWithDuties, clearAside, eleventy, ppod } from './subjects.ts';
import { type Row, table } from './table.ts';
import { buildRows, ordinarySize } from './targets.ts';

/** What `--only` may name besides states. */
const parts = ['builds', 'start-up', 'long'] as const;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    episodes: { type: 'string', multiple: true },
    folder: { type: 'string', default: join(tmpdir(), 'ppod-bench') },
  },
});
const only = new Set(values.only);
for (const name of only) {
  const known: readonly string[] = [...parts, ...states];
  if (!known.includes(name)) throw new Error(`--only knows ${known.join(', ')}; not ${name}.`);
}
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number.');

const repository = resolve(import.meta.dirname, '../..');
const folder = resolve(values.folder);
const places = { repository, folder, peers: await installedPeers(join(repository, 'bench/peers'), folder) };
const print = (line: string) => process.stdout.write(`${line}\n`);
const load = loadavg().map((one) => one.toFixed(1));
const rows: Row[] = [];
const notes: string[] = [];

const namedStates = states.filter((state) => only.has(state));
try {
  if (only.size === 0 || only.has('builds') || namedStates.length > 0) rows.push(...(await builds()));
  if (only.size === 0 || only.has('long')) rows.push(...(await longRecordings()));
  if (only.size === 0 || only.has('start-up')) {
    const { rows: more, least } = await startUp();
    rows.push(...more);
    notes.push(least);
  }
} finally {
  await clearAside(places);
}

const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
print(
  `\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory}, ${process.platform} ${process.arch}, node ${process.version}, ${runs} runs, load before: ${load.join(', ')}.\n`,
);
print(table(rows));
for (const note of notes) print(`\n${note}`);

async function builds(): Promise<Row[]> {
  const sizes =
    values.episodes?.map(Number) ?? (values.quick ? [100] : [1000, 5000, ...(values.large ? [20_000] : [])]);
  const wanted = namedStates.length > 0 ? namedStates : states;
  const all: Row[] = [];
  let ordinary: BuildCosts | undefined;
  for (const episodes of sizes) {
    const root = await show(folder, repository, { episodes });
    const subjects = [
      bareScript(places),
      bareScriptOfAllLengths(places),
      bareScriptWithDuties(places),
      ppod(false, places),
      ppod(true, places),
      eleventy(places),
    ].filter(({ mostEpisodes }) => episodes <= mostEpisodes);
    const most = episodes <= ordinarySize ? runs : episodes <= 5000 ? 3 : 1;
    const costs = await measureBuilds(root, subjects, { runs: Math.min(runs, most), folder, wanted });
    if (episodes === ordinarySize) ordinary = costs;
    all.push(...buildRows(episodes, costs, { subjects, wanted, ordinary }));
  }
  return all;
}

async function longRecordings(): Promise<Row[]> {
  const shows: string[] = [];
  for (const withoutHeaderMinutes of lastRecordings) {
    shows.push(await show(folder, repository, { episodes: 10, withoutHeaderMinutes }));
  }
  return measureLongRecordings(shows, ppod(false, places), { runs, folder });
}

async function startUp(): Promise<{ rows: Row[]; least: string }> {
  const root = await show(folder, repository, { episodes: 10 });
  const main = join(repository, 'build/main.js');
  return measureStartUp(root, ppod(true, places), { main, runs: runs * 6, folder });
}
