import type { Diagnostic } from '../model/diagnostic.ts';
import { check, hasError } from '../pipeline/check.ts';
import { fixProject } from '../pipeline/fix.ts';
import { type LoadOptions, load } from '../pipeline/load.ts';
import type { Ports } from '../ports.ts';
import { exitCodes } from './exit-codes.ts';
import { countRepairs, diffOf, fixFacts, writeFixes } from './fix.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import { print } from './print.ts';
import { type GlobalOptions, report } from './report.ts';
import { type Talk, talkOn } from './talk.ts';

export interface CheckCommandOptions extends GlobalOptions {
  readonly strict?: boolean;
  readonly asOf?: string;
  /** False with --no-loudness. */
  readonly loudness: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** `ppod check`: its findings are what was asked for, so they go to standard output. */
export async function runCheck(options: CheckCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const ports = await diskPorts(options.root, options.asOf, { loudness: options.loudness });
  const progress = loadProgress(talk);
  if (options.fix === true || options.dryRun === true) return await runFix(options, ports, progress, talk);
  const project = await load(ports, progress);
  talk.clear();
  const diagnostics = check(project);
  await report(project, diagnostics, { ...options, stream: 'stdout' });
  return statusOf(diagnostics, options);
}

/** `ppod check --fix`: repairs what can be repaired, then the findings that are left; with --dry-run only the diff. */
async function runFix(options: CheckCommandOptions, ports: Ports, progress: LoadOptions, talk: Talk): Promise<number> {
  const outcome = await fixProject(ports, progress);
  const { project, diagnostics, files } = outcome;
  talk.clear();
  const isDryRun = options.dryRun === true;
  if (!isDryRun) await writeFixes(options.root, outcome, talk);
  if (isDryRun && options.format === 'text') {
    print('stdout', await diffOf(outcome));
    talk.say(`${countRepairs(files)} would be made; nothing was changed.`);
  } else {
    const facts = { fixed: fixFacts(outcome), ...(isDryRun ? { diff: await diffOf(outcome) } : {}) };
    await report(project, diagnostics, { ...options, facts, stream: 'stdout' });
  }
  return statusOf(diagnostics, options);
}

function statusOf(diagnostics: readonly Diagnostic[], { strict }: CheckCommandOptions): number {
  const stops =
    hasError(diagnostics) || (strict === true && diagnostics.some(({ severity }) => severity === 'warning'));
  return stops ? exitCodes.findings : exitCodes.done;
}
