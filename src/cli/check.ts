import type { Diagnostic } from '../model/diagnostic.ts';
import { checkWithPauses, hasError } from '../pipeline/check.ts';
import { type FixOptions, fixProject } from '../pipeline/fix.ts';
import { type LoadOptions, load } from '../pipeline/load.ts';
import { redactorOf } from '../pipeline/redact.ts';
import type { Ports } from '../ports.ts';
import { exitCodes } from './exit-codes.ts';
import { countRepairs, diffOf, fixFacts, nothingToMend, writeFixes } from './fix.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import { print } from './print.ts';
import { type GlobalOptions, report } from './report.ts';
import { Stopped } from './stopped.ts';
import { type Talk, talkOn } from './talk.ts';
import { canAsk } from './terminal.ts';

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
  const diagnostics = await checkWithPauses(project);
  await report(project, diagnostics, { ...options, stream: 'stdout' });
  return statusOf(diagnostics, options);
}

/** `ppod check --fix`: repairs what can be repaired, then the findings that are left; with --dry-run only the diff. */
async function runFix(options: CheckCommandOptions, ports: Ports, progress: LoadOptions, talk: Talk): Promise<number> {
  const outcome = await fixProject(ports, { ...progress, ...(await asking(options, talk)) }).catch((error: unknown) => {
    if (error instanceof Stopped) return undefined;
    throw error;
  });
  if (outcome === undefined) {
    talk.say('Stopped. Nothing was written.');
    return exitCodes.interrupted;
  }
  const { project, diagnostics, files } = outcome;
  talk.clear();
  const isDryRun = options.dryRun === true;
  if (!isDryRun) await writeFixes(options.root, outcome, talk);
  if (isDryRun && options.format === 'text') {
    print('stdout', await diffOf(outcome));
    talk.say(files.length === 0 ? nothingToMend : `${countRepairs(files)} would be made; nothing was changed.`);
  } else {
    const facts = { fixed: fixFacts(outcome), ...(isDryRun ? { diff: await diffOf(outcome) } : {}) };
    await report(project, diagnostics, { ...options, facts, stream: 'stdout' });
  }
  return statusOf(diagnostics, options);
}

/** How to ask, where there is a person to be asked. */
async function asking({ dryRun, format, quiet }: CheckCommandOptions, talk: Talk): Promise<FixOptions> {
  if (dryRun === true || quiet || format !== 'text' || !canAsk(process, process.env)) return {};
  const { askSpelling } = await import('./fix-prompts.ts');
  return {
    ask: (question, project) => {
      talk.clear();
      return askSpelling(question, redactorOf(project));
    },
  };
}

function statusOf(diagnostics: readonly Diagnostic[], { strict }: CheckCommandOptions): number {
  const stops =
    hasError(diagnostics) || (strict === true && diagnostics.some(({ severity }) => severity === 'warning'));
  return stops ? exitCodes.findings : exitCodes.done;
}
