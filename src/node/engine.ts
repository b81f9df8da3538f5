import { setFlagsFromString } from 'node:v8';

interface Patience {
  readonly flag: string;
  readonly atFirst: number;
  readonly usual: number;
}

const turbofan: Patience = { flag: '--invocation-count-for-turbofan', atFirst: 20_000, usual: 3000 };

/** How long V8 waits before it optimises a function, by the version of Node.js. Others may not know the word, and would complain. */
const patience: Readonly<Record<string, Patience>> = {
  20: { flag: '--interrupt-budget', atFirst: 500_000, usual: 67_584 },
  22: turbofan,
  24: turbofan,
};

/** Before that a heap is too small to be worth sparing; after that a show is large enough for optimised code to pay. Milliseconds. */
const smallTime = 1000;
const usualTime = 3000;

/**
 * Suits Node.js to a program that mostly ends within seconds. V8 optimises what looks busy, on threads of its own; most of that ends
 * before it has paid, and waiting at first saves a fifth of the processor time for 1,000 episodes, and costs 5,000 nothing.
 *
 * After a second the heap grows by a fifth at most before it is cleared, and in a large show by a seventh. Left to itself, V8 takes twice
 * what is in use and more on a machine with much memory: 660 MB in place of 280 for a show of 5,000 episodes, and no less processor
 * time. Within that second, which is all that most builds take, clearing it so often would take a twelfth of the time.
 */
export function suitEngine(): void {
  later(smallTime, '--heap-growing-percent=20');
  later(usualTime, '--heap-growing-percent=15');
  const [major = ''] = process.versions.node.split('.');
  const waiting = patience[major];
  if (waiting === undefined) return;
  setFlagsFromString(`${waiting.flag}=${waiting.atFirst}`);
  later(usualTime, `${waiting.flag}=${waiting.usual}`);
}

function later(milliseconds: number, flag: string): void {
  setTimeout(() => setFlagsFromString(flag), milliseconds).unref();
}
