import { type ChildProcess, fork } from 'node:child_process';
import { basename } from 'node:path';
import type { DrawingJob } from './drawing.ts';
import { MachineFailure } from './machine-failure.ts';

export interface Numbered {
  readonly number: number;
  readonly job: DrawingJob;
}

export type Outcome = { readonly pictures: readonly Uint8Array[] } | { readonly failure: string };

/** What came of the job of that number. */
export interface Drawn {
  readonly number: number;
  readonly outcome: Outcome;
}

/**
 * Draws in a process of its own, which is there while there is something to draw. What decoders take in memory is given back when
 * it ends, and not before; and a picture at which one of them crashes ends that process alone.
 */
export class DrawingProcess {
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  #count = 0;

  /** As `draw` of drawing.ts. Throws a `MachineFailure` when the process cannot be started, or fails. */
  async draw(job: DrawingJob): Promise<readonly Uint8Array[]> {
    const number = this.#count++;
    try {
      const outcome = await new Promise<Outcome>((resolve, reject) => {
        this.#waiting.set(number, { job, triesLeft: mostTries, resolve, reject });
        try {
          this.#send(number);
        } catch (cause) {
          // Some faults of the system are thrown, not told by an event.
          reject(failureAt(job, cause));
        }
      });
      if ('failure' in outcome) throw new Error(outcome.failure);
      return outcome.pictures;
    } finally {
      this.#waiting.delete(number);
      if (this.#waiting.size === 0) letGo(this.#child);
    }
  }

  #send(number: number): void {
    const waiting = this.#waiting.get(number);
    if (waiting === undefined) return;
    this.#child ??= this.#start();
    waitFor(this.#child);
    waiting.triesLeft--;
    // What does not arrive is sent again when the process has ended.
    this.#child.send({ number, job: waiting.job } satisfies Numbered, () => undefined);
  }

  #start(): ChildProcess {
    const child = fork(new URL('./drawing-worker.js', import.meta.url), {
      // The options that this program was started with are not the other's.
      execArgv: [],
      serialization: 'advanced',
      // Decoders write their complaints there.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', ({ number, outcome }: Drawn) => this.#waiting.get(number)?.resolve(outcome));
    child.once('error', (cause) => this.#child === child && this.#fail(cause));
    child.once('exit', (code, signal) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      const tries = [...this.#waiting.values()].map(({ triesLeft }) => triesLeft);
      // Without a fault it ends when it has nothing to do; it may do so just when something comes.
      if (code !== 0 || tries.includes(0)) this.#fail(new Error(`ended with ${code ?? signal}`));
      else for (const number of this.#waiting.keys()) this.#send(number);
    });
    return child;
  }

  #fail(cause: Error): void {
    this.#child = undefined;
    for (const { job, reject } of this.#waiting.values()) reject(failureAt(job, cause));
  }
}

/** So many processes may end before one of them has done a job. */
const mostTries = 3;

interface Waiting {
  readonly job: DrawingJob;
  triesLeft: number;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

/** ppod ends when it waits for nothing: not for a process that has nothing to do. */
function letGo(child: ChildProcess | undefined): void {
  child?.unref();
  child?.channel?.unref();
}

function waitFor(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function failureAt(job: DrawingJob, cause: unknown): MachineFailure {
  const place = 'file' in job ? ` at ${basename(job.file)}` : '';
  return new MachineFailure(
    `Pictures could not be made: the program that draws them failed${place}.`,
    'Run ppod again; if it happens again, export that picture anew from its original.',
    'DRAWING',
    { cause },
  );
}
