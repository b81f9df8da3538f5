import { setTimeout as sleep } from 'node:timers/promises';
import { HttpFailure } from './http.ts';

export interface RetryOptions {
  readonly attempts: number;
  /** Milliseconds before the second attempt; twice as long before each further one. */
  readonly pause?: number;
  /** Told before each pause. */
  readonly onRetry?: (failure: HttpFailure) => void;
}

/** A server that asks for a longer break than this is not waited for. Milliseconds. */
const longestBreak = 30_000;

/** Runs `task` again when the network or the server failed in a way that may pass, with growing pauses, or as the server asks. */
export async function withRetries<T>(
  task: (attempt: number) => Promise<T>,
  { attempts, pause = 500, onRetry }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task(attempt);
    } catch (error) {
      if (!(error instanceof HttpFailure) || attempt >= attempts || !mayPass(error)) throw error;
      const wait = error.retryAfter ?? pause * 2 ** (attempt - 1);
      if (wait > longestBreak) throw error;
      onRetry?.(error);
      await sleep(wait);
    }
  }
}

function mayPass({ kind, status = 0 }: HttpFailure): boolean {
  return (
    kind === 'network' ||
    kind === 'timeout' ||
    (kind === 'status' && (status === 408 || status === 429 || status >= 500))
  );
}
