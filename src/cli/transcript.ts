import { access, readFile, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { TranscriptProblem } from '../model/transcript.ts';
import { projectFiles } from '../node/project-files.ts';
import { hasError } from '../pipeline/check.ts';
import { loadPeople } from '../pipeline/people.ts';
import { decodeText } from '../text/decode.ts';
import { LineIndex } from '../text/positions.ts';
import { convertTranscript } from '../transcripts/convert.ts';
import { transcriptOutputs } from '../transcripts/formats.ts';
import { exitCodes } from './exit-codes.ts';
import { type GlobalOptions, reportFindings } from './report.ts';
import { talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface TranscriptCommandOptions extends GlobalOptions {
  readonly output?: string;
  readonly to?: string;
  readonly force?: boolean;
  readonly review?: boolean;
}

/** `ppod transcript FILE…`: from any form into any that ppod writes; the words stay what they are. */
export async function runTranscript(paths: readonly string[], options: TranscriptCommandOptions): Promise<number> {
  if (options.review === true) {
    const { runReview } = await import('./review.ts');
    return await runReview(paths, options);
  }
  const extension = targetExtension(paths, options);
  const context = await loadPeople(projectFiles(resolve(options.root)));
  let isDone = true;
  for (const path of paths) {
    const beside = paths.length > 1 ? `${path.slice(0, -extname(path).length)}.${extension}` : undefined;
    isDone = (await convert(path, options.output ?? beside, extension, context, options)) && isDone;
  }
  return isDone ? exitCodes.done : exitCodes.findings;
}

/** Whether `path` was converted without a finding that calls for a person. */
async function convert(
  path: string,
  target: string | undefined,
  extension: string,
  { people, language }: Awaited<ReturnType<typeof loadPeople>>,
  options: TranscriptCommandOptions,
): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new UsageError(`There is no file "${path}".`);
  if (target !== undefined) await refuseLoss(target, path, options.force === true);
  const frame = { language: language ?? 'und' };
  const { contents, problems } = await convertTranscript(bytes, path, extension, { people, frame });
  const source = decodeText(bytes).text;
  const diagnostics = problems.map((problem) => placed(problem, path, source));
  if (diagnostics.length > 0) {
    await reportFindings(diagnostics, new Map([[path, source]]), { ...options, stream: 'stderr' });
  }
  const talk = talkOn(process.stderr, options.quiet);
  if (contents === undefined) talk.say(`"${path}" was not converted.`);
  else if (target === undefined) process.stdout.write(contents);
  else {
    await writeFile(target, contents);
    talk.say(`Wrote ${target}.`);
  }
  return contents !== undefined && !hasError(diagnostics);
}

function targetExtension(paths: readonly string[], { output, to }: TranscriptCommandOptions): string {
  const known = transcriptOutputs.map(({ extension }) => extension);
  const extension = (to ?? (output === undefined ? '' : extname(output).slice(1))).toLowerCase();
  if (output !== undefined && paths.length > 1) throw new UsageError('One -o takes one file. Use --to for several.');
  if (known.includes(extension)) return extension;
  throw new UsageError(
    extension === ''
      ? `Say what to write: -o FILE, or --to and one of ${known.join(', ')}.`
      : `ppod does not write .${extension}. It writes ${known.join(', ')}.`,
  );
}

/** Somebody's corrections may be in the file that is there. */
async function refuseLoss(target: string, source: string, force: boolean): Promise<void> {
  if (resolve(target) === resolve(source))
    throw new UsageError(`"${target}" is the file to be read. Choose another name.`);
  const exists = await access(target).then(
    () => true,
    () => false,
  );
  if (exists && !force)
    throw new UsageError(`"${target}" is there already. Choose another name, or say --force to replace it.`);
}

function placed({ line, column, ...problem }: TranscriptProblem, file: string, text: string): Diagnostic {
  return { ...problem, file, range: new LineIndex(text).point(line, column) };
}
