import { resolve } from 'node:path';
import { BuildRecord } from '../node/build-record.ts';
import { exitCodes } from './exit-codes.ts';
import { print } from './print.ts';
import type { GlobalOptions } from './report.ts';
import { talkOn } from './talk.ts';
import { wantsColor, widthOf } from './terminal.ts';

export interface BuildCommandOptions extends GlobalOptions {
  readonly out: string;
  readonly asOf?: string;
  readonly drafts?: boolean;
  readonly strict?: boolean;
  readonly baseUrl?: string;
  readonly jobs?: number;
  /** The feed that subscribers have today: the build stops rather than do them harm. */
  readonly against?: string;
  readonly allow?: readonly string[];
}

/** What a build says at its end, and the next one again when nothing has changed. */
export interface Told {
  /** The findings, as they were printed. */
  readonly report: string;
  /** What was published, and what was held back. */
  readonly lines: readonly string[];
}

/** `ppod build`. When nothing has changed since the last one, it says so without loading the code that builds. */
export async function runBuild(options: BuildCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const record = recordFor(options);
  const told = await record?.repeat(options.asOf === undefined ? Date.now() : undefined);
  if (told === undefined) {
    const { runFullBuild } = await import('./full-build.ts');
    return await runFullBuild(options, record, talk);
  }
  print('stderr', told.report);
  for (const line of told.lines) talk.say(line);
  return exitCodes.done;
}

/** Formats for programs list what was written, and a feed to compare with may have changed: there every build is a whole one. */
function recordFor(options: BuildCommandOptions): BuildRecord<Told> | undefined {
  if (options.format !== 'text' || options.against !== undefined) return undefined;
  const { asOf, drafts, strict, baseUrl, quiet } = options;
  const root = resolve(options.root);
  const color = wantsColor(options.color, process.stderr, process.env);
  const columns = widthOf(process.stderr);
  const list = process.env['PPOD_NEVER_PUBLISH'];
  return new BuildRecord(root, resolve(root, options.out), {
    asOf,
    drafts,
    strict,
    baseUrl,
    quiet,
    color,
    columns,
    list,
  });
}
