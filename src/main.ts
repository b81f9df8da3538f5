#!/usr/bin/env node
import { version } from './model/version.ts';

const [, , ...args] = process.argv;
if (args.length === 1 && args[0] === '--version') {
  // Asked by scripts again and again: it needs no command line to be built.
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import('./cli/run.ts');
  await run(version);
}
