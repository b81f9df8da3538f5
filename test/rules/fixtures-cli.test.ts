import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assemble, hasFixture, listens, relevant, ruleIds } from './fixture.ts';

/** The compiled program, as users run it: `npm run build` makes it. */
const main = join(import.meta.dirname, '../../build/main.js');

interface Answer {
  readonly status: number | undefined;
  readonly expected: readonly string[];
  readonly found: readonly { readonly rule: string; readonly file: string; readonly line: number }[];
}

/** So many at a time that no processor idles. */
const width = 3;

describe.skipIf(!existsSync(main))('ppod check, run as a program', () => {
  const ids = ruleIds.filter((id) => hasFixture(id, 'bad') && hasFixture(id, 'good'));
  const answers = new Map<string, Answer>();

  beforeAll(async () => {
    const queue = ids
      .flatMap((id) => [
        { id, kind: 'bad' as const },
        { id, kind: 'good' as const },
      ])
      .values();
    const worker = async () => {
      for (const { id, kind } of queue) answers.set(`${id} ${kind}`, await checkFixture(id, kind));
    };
    await Promise.all(Array.from({ length: width }, worker));
  }, 300_000);

  test.each(ids)('%s', (id) => {
    const bad = answers.get(`${id} bad`);
    const good = answers.get(`${id} good`);
    expect(bad && relevant(id, bad.expected, bad.found)).toEqual(bad?.expected);
    expect(good && relevant(id, [], good.found)).toEqual([]);
  });
});

async function checkFixture(id: string, kind: 'bad' | 'good'): Promise<Answer> {
  const { root, expected, remove } = assemble(`${id}/${kind}`);
  try {
    const { status, stdout } = await run([
      'check',
      ...(listens(id) ? [] : ['--no-loudness']),
      '--format',
      'json',
      '--root',
      root,
    ]);
    // The shape that the program promises; a test of the reporter holds it to that.
    const { findings } = JSON.parse(stdout) as { findings: Answer['found'] };
    return { status, expected, found: findings };
  } finally {
    remove();
  }
}

function run(args: readonly string[]): Promise<{ status: number | undefined; stdout: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { maxBuffer: 16_000_000 }, (_error, stdout) =>
      resolve({ status: child.exitCode ?? undefined, stdout }),
    );
  });
}
