import { type DrawingJob, draw } from './drawing.ts';
import type { Drawn, Numbered, Outcome } from './drawing-process.ts';

/** This process ends after so many milliseconds without anything to do. */
const idleTime = 200;
let jobs = 0;
let idle: NodeJS.Timeout | undefined;

/** Draws for the process that started this one. */
process.on('message', async ({ number, job }: Numbered) => {
  clearTimeout(idle);
  jobs++;
  process.send?.({ number, outcome: await outcomeOf(job) } satisfies Drawn);
  if (--jobs === 0) idle = setTimeout(() => process.connected && process.disconnect(), idleTime);
});
// Whoever presses Ctrl+C speaks to the process that started this one, which may have something to put in order.
process.on('SIGINT', () => undefined);

async function outcomeOf(job: DrawingJob): Promise<Outcome> {
  try {
    return { pictures: await draw(job) };
  } catch (error) {
    return { failure: String(error) };
  }
}
