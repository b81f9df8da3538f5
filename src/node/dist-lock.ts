import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DistRefusal } from './dist-refusal.ts';
import { isSystemError } from './machine-failure.ts';

export interface LockOptions {
  /** How long to wait for another build, in milliseconds (default 60,000). */
  readonly patience?: number;
  /** Called once when another build has to be waited for. */
  onWaiting?(): void;
}

/** One build's sole right to change dist/, with a folder for its half-written files. */
export interface DistLock {
  readonly scratch: string;
  /** Throws a `DistRefusal` when the right was lost (the computer slept, and another build took over). */
  confirm(): void;
  /** Gives the right back and removes the scratch folder. */
  release(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const beatMs = 30_000;
/** A claim without a sign of life for this long is dead, wherever it was made. */
const silenceMs = 300_000;

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/**
 * Waits for the sole right to change the folder whose state is kept in `state`.
 *
 * Every build puts down a claim: an empty file under a name that is never used again, which tells host
 * and process. Whoever then sees no other living claim holds the lock; whoever sees one takes its own
 * back and waits. As each looks only after its own claim is down, two can never both see none; and
 * as names are never used twice, a dead build's claim can be swept away by anyone, at any time. (A lock
 * file of one fixed name has a race there: of two that take over, the slower removes the faster's new
 * lock. proper-lockfile has it, and must let a killed build's lock grow old before it can go on.)
 */
export async function lockDist(state: string, options: LockOptions = {}): Promise<DistLock> {
  const deadline = Date.now() + (options.patience ?? 60_000);
  const claim = join(state, `build-${host}-${process.pid}-${randomUUID()}`);
  let isTold = false;
  while (!tryClaim(state, claim)) {
    if (Date.now() >= deadline) throw busy(state);
    if (!isTold) options.onWaiting?.();
    isTold = true;
    await delay(40 + Math.random() * 80);
  }
  return hold(state, claim);
}

function tryClaim(state: string, claim: string): boolean {
  try {
    mkdirSync(state, { recursive: true });
    if (others(state, claim).length > 0) return false;
    writeFileSync(claim, '', { flag: 'wx' });
  } catch (error) {
    // The build before has just removed its empty folder.
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
  if (others(state, claim).length === 0) return true;
  rmSync(claim, { force: true });
  return false;
}

/** The other living claims. Dead ones are swept away. */
function others(state: string, claim: string): string[] {
  return readdirSync(state)
    .filter((name) => name.startsWith('build-'))
    .map((name) => join(state, name))
    .filter((path) => {
      if (path === claim) return false;
      if (isAlive(path)) return true;
      rmSync(path, { force: true });
      return false;
    });
}

function isAlive(claim: string): boolean {
  const lastBeat = statSync(claim, { throwIfNoEntry: false })?.mtimeMs;
  if (lastBeat === undefined || Date.now() - lastBeat > silenceMs) return false;
  const [, claimHost, pid] = /build-([^-]+)-(\d+)-[^/\\]*$/.exec(claim) ?? [];
  if (claimHost !== host) return true;
  // Containers give the same few process numbers again and again: what bears ours but is older than us is dead.
  if (Number(pid) === process.pid) return lastBeat >= Date.now() - process.uptime() * 1000;
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return !isSystemError(error, 'ESRCH');
  }
}

function hold(state: string, claim: string): DistLock {
  const scratch = join(state, 'staged');
  const clear = () => rmSync(scratch, { recursive: true, force: true });
  const beat = setInterval(() => {
    if (existsSync(claim)) utimesSync(claim, new Date(), new Date());
  }, beatMs).unref();

  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    for (const signal of signals) process.off(signal, stop);
    clear();
    rmSync(claim, { force: true });
    try {
      rmdirSync(state);
    } catch {
      // It holds the list of what was written, as it should, or another build's claim.
    }
  };
  const stop = (signal: NodeJS.Signals) => {
    release();
    // Without us the signal would have ended the process; with nobody else listening, it shall.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  process.on('exit', release);
  for (const signal of signals) process.on(signal, stop);

  try {
    clear();
    mkdirSync(scratch);
  } catch (error) {
    release();
    throw error;
  }
  return {
    scratch,
    release,
    confirm: () => {
      if (!existsSync(claim)) throw busy(state);
    },
  };
}

function busy(state: string): DistRefusal {
  return new DistRefusal(
    'busy',
    'Another ppod build is writing to the same folder.',
    `Wait until it has ended, then build again. If none is running, delete the files that begin with build- in ${state}.`,
  );
}
