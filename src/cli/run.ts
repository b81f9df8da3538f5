import { suitEngine } from '../node/engine.ts';
import { failureOf } from './failure.ts';
import { createProgram } from './program.ts';

/** Does what the command line says. The exit status is the process's. */
export async function run(version: string): Promise<void> {
  suitEngine();
  // A reader that has seen enough (`ppod --help | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  try {
    const program = createProgram(version, (code) => {
      process.exitCode = code;
    });
    await program.parseAsync();
  } catch (error) {
    const { exitCode, words } = failureOf(error, process.env);
    // A line of progress may still stand there.
    if (process.stderr.isTTY === true) process.stderr.write('\r\u001b[K');
    process.stderr.write(words);
    process.exitCode = exitCode;
  }
}
