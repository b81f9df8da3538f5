import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

export interface Failure {
  readonly exitCode: number;
  /** What to print on standard error: nothing where commander has printed it already. */
  readonly words: string;
}

/** Turns whatever stopped the program into a sentence and an exit code. A stack trace only with PPOD_DEBUG. */
export function failureOf(error: unknown, env: NodeJS.ProcessEnv): Failure {
  if (error instanceof CommanderError) {
    return { exitCode: error.exitCode === 0 ? exitCodes.done : exitCodes.usage, words: '' };
  }
  if (error instanceof UsageError) return { exitCode: exitCodes.usage, words: `${error.message}\n` };
  const words = wordsOf(error);
  const trace = env['PPOD_DEBUG'] && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return { exitCode: exitCodes.machine, words: `${words}\n${trace}` };
}

const machineWords: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space, then run ppod again; what was published before is untouched.',
  EACCES: 'ppod may not read or write there. Give yourself the right to, then run ppod again.',
  EPERM: 'ppod may not read or write there. Give yourself the right to, then run ppod again.',
  EROFS: 'The disk can only be read. Choose another folder with --out.',
  EMFILE: 'Too many files are open on this machine. Close other programs, then run ppod again.',
};

function wordsOf(error: unknown): string {
  if (error instanceof Error && 'remedy' in error && typeof error.remedy === 'string') {
    return `${error.message} ${error.remedy}`;
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
    const known = machineWords[error.code];
    if (known !== undefined) return path + known;
  }
  const detail = error instanceof Error ? error.message : String(error);
  return `ppod stopped at something that it should have known how to handle: ${detail}\nThis is a fault of ppod, not of your show. Nothing was published. Set PPOD_DEBUG=1 and run it again to see more.`;
}
