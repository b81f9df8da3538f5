#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { failureOf } from './cli/failure.ts';
import { createProgram } from './cli/program.ts';

// A reader that has seen enough (`ppod --help | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
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
