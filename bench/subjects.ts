import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { settle, showFile } from './corpus/show.ts';
import type { Command } from './measure.ts';

/** A way to build a show. */
export interface Subject {
  readonly name: string;
  /** What it is measured with; beyond that it takes minutes, or all memory. */
  readonly mostEpisodes: number;
  /** Whether it is measured from nothing alone. */
  readonly isOnlyCold?: boolean;
  /** Leaves nothing of earlier builds: no output, no cache. */
  clear(show: string): Promise<void>;
  /** For one that keeps a cache: leaves it, in a show that lies anew and without output, as after a checkout on a CI machine. */
  checkout?(show: string): Promise<void>;
  command(show: string): Command;
}

export interface Places {
  readonly repository: string;
  /** The folder of the bench, for all that it makes. */
  readonly folder: string;
  /** The installed peers. */
  readonly peers: string;
}

/** The instant taken as now: after every episode of the corpus. */
const asOf = '2026-01-01T00:00:00Z';

export function ppod(pages: boolean, { repository, folder }: Places): Subject {
  const cache = join(folder, 'ppod-cache');
  return {
    name: `ppod, pages ${pages ? 'on' : 'off'}`,
    mostEpisodes: Number.POSITIVE_INFINITY,
    async clear(show) {
      await putAside(folder, join(show, 'dist'));
      await putAside(folder, cache);
      await change(join(show, 'show.md'), showFile(pages));
    },
    async checkout(show) {
      await putAside(folder, join(show, 'dist'));
      const now = new Date();
      for (const name of await readdir(show, { recursive: true })) await utimes(join(show, name), now, now);
      await settle();
    },
    command: (show) => ({
      args: [join(repository, 'build/main.js'), '-C', show, 'build', '--as-of', asOf],
      env: { PPOD_CACHE: cache },
    }),
  };
}

export function bareScript({ folder, peers }: Places): Subject {
  const out = join(folder, 'bare-script-out');
  return {
    name: 'bare script',
    mostEpisodes: Number.POSITIVE_INFINITY,
    clear: () => putAside(folder, out),
    command: (show) => ({ args: [join(peers, 'bare-script.mjs'), show, out] }),
  };
}

/** The same script, told to find the length of every recording, as ppod does. */
export const bareScriptOfAllLengths = (places: Places) => moreOfBareScript('lengths of all', places);

/** The same script, told to do the least of what ppod is bound to whatever else it does. It finds no lengths but those of headers. */
export const bareScriptWithDuties = (places: Places) => moreOfBareScript('duties of ppod', places);

/** The bare script with one of its options: `lengths of all` is `--lengths-of-all`. It keeps nothing, so one build tells all. */
function moreOfBareScript(option: string, places: Places): Subject {
  const plain = bareScript(places);
  return {
    ...plain,
    name: `${plain.name}, ${option}`,
    mostEpisodes: 1000,
    isOnlyCold: true,
    command: (show) => ({ args: [...plain.command(show).args, `--${option.replaceAll(' ', '-')}`] }),
  };
}

/** Eleventy keeps nothing from one build to the next; all but its output is where it was. */
export function eleventy({ folder, peers }: Places): Subject {
  const out = join(folder, 'eleventy-out');
  return {
    name: 'eleventy',
    mostEpisodes: 1000,
    clear: () => putAside(folder, out),
    command: (show) => ({
      args: [
        join(peers, 'node_modules/@11ty/eleventy/cmd.cjs'),
        '--quiet',
        `--config=${relative(show, join(peers, 'eleventy.config.mjs'))}`,
      ],
      cwd: show,
      env: { ELEVENTY_OUT: out },
    }),
  };
}

const asideFolder = 'aside';

/**
 * Moves an earlier output out of the way. ext4 does not use inodes again that were freed within the last minutes, and looks at each
 * before it passes it by: after thousands of files were deleted every new one would take a millisecond, which no user meets.
 */
async function putAside(folder: string, output: string): Promise<void> {
  if (!existsSync(output)) return;
  await mkdir(join(folder, asideFolder), { recursive: true });
  await rename(output, join(await mkdtemp(join(folder, asideFolder, 'output-')), 'output'));
}

/** Deletes what was put aside: at the end, when nothing is measured any more. */
export async function clearAside({ folder }: Places): Promise<void> {
  await rm(join(folder, asideFolder), { recursive: true, force: true });
}

/** Changes the notes of one episode in the middle of the show; each `round` to something else, 0 to what they were. */
export async function edit(show: string, round: number): Promise<void> {
  const folder = join(show, 'episodes');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const path = join(folder, names[Math.floor(names.length / 2)] ?? '');
  const text = (await readFile(path, 'utf8')).replace(/\nThis was changed \d+ times\.\n/, '');
  await change(path, round === 0 ? text : `${text}\nThis was changed ${round} times.\n`);
}

async function change(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8')) === text) return;
  await writeFile(path, text);
  await settle();
}
