import { check, hasError } from '../pipeline/check.ts';
import { load } from '../pipeline/load.ts';
import { exitCodes } from './exit-codes.ts';
import { diskPorts } from './ports.ts';
import { type GlobalOptions, report } from './report.ts';
import { talkOn } from './talk.ts';

export interface CheckCommandOptions extends GlobalOptions {
  readonly strict?: boolean;
  readonly asOf?: string;
  /** False with --no-loudness. */
  readonly loudness: boolean;
}

/** `ppod check`: its findings are what was asked for, so they go to standard output. */
export async function runCheck(options: CheckCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const ports = await diskPorts(options.root, options.asOf, { loudness: options.loudness });
  const project = await load(ports, {
    onProgress: (done, total, path) => talk.progress(`Measuring ${done} of ${total}: ${path}`),
    onListening: (done, total, path) => talk.progress(`Listening, ${done} of ${total} done: ${path}`),
  });
  talk.clear();
  const diagnostics = check(project);
  await report(project, diagnostics, { ...options, stream: 'stdout' });
  const stops =
    hasError(diagnostics) || (options.strict === true && diagnostics.some(({ severity }) => severity === 'warning'));
  return stops ? exitCodes.findings : exitCodes.done;
}
