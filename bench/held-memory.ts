import { readFileSync } from 'node:fs';

/** Milliseconds. */
const often = 10;

/**
 * Looks again and again at what a process and all that it started hold, until `stop`, which tells the most that they held at one moment
 * (bytes). Linux only; elsewhere it tells nothing.
 */
export function watchMemory(pid: number): { stop(): number | undefined } {
  if (process.platform !== 'linux') return { stop: () => undefined };
  let most = 0;
  const look = () => {
    most = Math.max(
      most,
      treeOf(pid).reduce((sum, one) => sum + heldBy(one), 0),
    );
  };
  const timer = setInterval(look, often);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function treeOf(pid: number): readonly number[] {
  try {
    // Those that its first thread started: node starts none from another. To look at every thread would slow what is measured.
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    return [pid, ...children.filter((child) => child !== '').flatMap((child) => treeOf(Number(child)))];
  } catch {
    // It has just ended.
    return [];
  }
}

/** Bytes in memory. What several processes share counts for each. */
function heldBy(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
