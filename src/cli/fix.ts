import { resolve } from 'node:path';
import { replaceFile } from '../node/replace-file.ts';
import { type FixedFile, type FixOutcome, textsOf } from '../pipeline/fix.ts';
import { redactorOf } from '../pipeline/redact.ts';
import type { Talk } from './talk.ts';

export const nothingToMend = 'There is nothing that could be mended safely.';

/** Writes the repaired files and says what was done in each. */
export async function writeFixes(root: string, { files, project }: FixOutcome, talk: Talk): Promise<void> {
  const redact = redactorOf(project);
  for (const { file, before, after, repairs } of files) {
    await replaceFile(resolve(root), file, before, after);
    for (const { description } of repairs) talk.say(redact(`${file}: ${description}.`));
  }
  talk.say(files.length === 0 ? nothingToMend : `${countRepairs(files)}.`);
}

/** A unified diff of what --fix would change. What must never be published is blacked out. */
export async function diffOf({ files, project }: FixOutcome): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const redact = redactorOf(project);
  return files
    .map((fixed) => {
      const { before, after } = textsOf(fixed);
      const [from, to] = [`a/${fixed.file}`, `b/${fixed.file}`];
      return createTwoFilesPatch(from, to, redact(before), redact(after), undefined, undefined, { context: 2 });
    })
    .map((patch) => patch.replace(/^=+\n/, ''))
    .join('');
}

/** For programs: every repair with its file and rule. */
export function fixFacts({ files, project }: FixOutcome) {
  const redact = redactorOf(project);
  return files.flatMap(({ file, repairs }) =>
    repairs.map(({ rule, description }) => ({ file, rule, description: redact(description) })),
  );
}

export function countRepairs(files: readonly FixedFile[]): string {
  const repairs = files.reduce((sum, { repairs: made }) => sum + made.length, 0);
  return `${repairs} ${repairs === 1 ? 'repair' : 'repairs'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}
