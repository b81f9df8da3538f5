import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watchMemory } from './held-memory.ts';

/** What one run of a program took. */
export interface Cost {
  /** User and system time of the program and of every node process that it started (seconds). */
  readonly cpu: number;
  /** From start to end on the clock (seconds). */
  readonly wall: number;
  /** The most memory that it and the processes that it started held at one moment (megabytes). */
  readonly memory: number;
}

export interface Command {
  /** Of node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const preload = join(import.meta.dirname, '../usage.cjs');
const mega = 1_000_000;

/** Runs node to its end. `folder` takes a note that is deleted again. Throws when the program fails: what fails is not fast. */
export async function measure({ args, env = {}, cwd }: Command, folder: string): Promise<Cost> {
  const note = join(folder, `usage-${process.pid}`);
  await Promise.all([rm(note, { force: true }), rm(`${note}-begun`, { force: true })]);
  const began = process.hrtime.bigint();
  const { status, said, held } = await run(args, cwd, {
    ...process.env,
    ...env,
    NODE_OPTIONS: `--require "${preload.replaceAll('\\', '\\\\')}"`,
    PPOD_BENCH_USAGE: note,
  });
  const wall = Number(process.hrtime.bigint() - began) / 1e9;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${said}`);
  const notes = await notesOf(note);
  const peaks = notes.map(({ peakKilobytes }) => peakKilobytes * 1024);
  return {
    cpu: sum(notes.map(({ cpuMicroseconds }) => cpuMicroseconds)) / mega,
    wall,
    // The samples miss what one held for a moment; its own peak does not.
    memory: (held === undefined ? sum(peaks) : Math.max(held, ...peaks)) / mega,
  };
}

/** What each process wrote when it ended; one that was started by another may end after it. */
async function notesOf(note: string): Promise<readonly Usage[]> {
  const { length } = await readFile(`${note}-begun`, 'utf8');
  for (;;) {
    const lines = (await readFile(note, 'utf8')).trim().split('\n');
    if (lines.length >= length) {
      await Promise.all([rm(note), rm(`${note}-begun`)]);
      return lines.map(usageOf);
    }
    await setTimeout(10);
  }
}

interface Usage {
  readonly cpuMicroseconds: number;
  readonly peakKilobytes: number;
}

function usageOf(line: string): Usage {
  // Written by usage.cjs, and by nobody else.
  return JSON.parse(line) as Usage;
}

function run(
  args: readonly string[],
  cwd: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<{ status: number | null; said: string; held: number | undefined }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const memory = watchMemory(child.pid ?? 0);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, said, held: memory.stop() }));
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Each figure's own median. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    cpu: median(costs.map(({ cpu }) => cpu)),
    wall: median(costs.map(({ wall }) => wall)),
    memory: median(costs.map(({ memory }) => memory)),
  };
}
