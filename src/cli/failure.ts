import { CommanderError } from 'commander';
import { DistRefusal, type DistRefusalReason } from '../node/dist-refusal.ts';
import { explainFailure, MachineFailure } from '../node/machine-failure.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

export interface Failure {
  readonly exitCode: number;
  /** What to print on standard error: nothing where commander has printed it already. */
  readonly words: string;
}

const refusalCodes: Readonly<Record<DistRefusalReason, number>> = {
  'out-folder': exitCodes.usage,
  path: exitCodes.findings,
  clash: exitCodes.findings,
  source: exitCodes.findings,
  busy: exitCodes.machine,
};

/** Turns whatever stopped the program into a sentence and an exit code. A stack trace only with PPOD_DEBUG. */
export function failureOf(error: unknown, env: NodeJS.ProcessEnv): Failure {
  if (error instanceof CommanderError) {
    return { exitCode: error.exitCode === 0 ? exitCodes.done : exitCodes.usage, words: '' };
  }
  if (error instanceof UsageError) return { exitCode: exitCodes.usage, words: `${error.message}\n` };
  if (error instanceof DistRefusal) {
    return { exitCode: refusalCodes[error.reason], words: `${error.message} ${error.remedy}\n` };
  }
  const trace = env['PPOD_DEBUG'] && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return { exitCode: exitCodes.machine, words: `${wordsOf(error)}\n${trace}` };
}

function wordsOf(error: unknown): string {
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'A file';
  const explained = explainFailure(error, 'read', path);
  if (explained instanceof MachineFailure) return `${explained.message} ${explained.remedy}`;
  const detail = error instanceof Error ? error.message : String(error);
  return (
    `ppod stopped at something that it should have known how to handle: ${detail}\n` +
    'This is a fault of ppod, not of your show. Nothing was published. Set PPOD_DEBUG=1 and run it again to see more.'
  );
}
