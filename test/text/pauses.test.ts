import { expect, test } from 'vitest';
import { pauses } from '../../src/text/pauses.ts';

/** Works without a pause for so many milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('long work of several workers lets the event loop turn between their steps', async () => {
  let turns = 0;
  const turn = () => {
    turns++;
    next = setTimeout(turn);
  };
  let next = setTimeout(turn);
  const pause = pauses();
  const worker = async (count: number) => {
    for (let step = 0; step < count; step++) {
      work(5);
      await pause();
    }
  };
  await Promise.all([worker(25), worker(25), worker(25), worker(25)]);
  clearTimeout(next);
  // Half a second of work: a turn after every seven steps, and more often where the machine is slow.
  expect(turns).toBeGreaterThanOrEqual(10);
});

test('short work is not interrupted', () => {
  const pause = pauses();
  expect(pause()).toBeUndefined();
});
