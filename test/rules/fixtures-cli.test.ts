import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asksServers, assemble, hasFixture, listens, relevant, ruleIds } from './fixture.ts';

/** The compiled program, as users run it: `npm run build` makes it. */
const main = join(import.meta.dirname, '../../build/main.js');
const ids = ruleIds.filter((id) => hasFixture(id, 'bad') && hasFixture(id, 'good') && !asksServers(id));

describe.skipIf(!existsSync(main))('ppod check, run as a program', () => {
  test.concurrent.each(ids)('%s', async (id) => {
    await checkFixture(id, 'bad');
    await checkFixture(id, 'good');
  });
});

/** Holds what the program says of a fixture against the fixture's own marks. */
async function checkFixture(id: string, kind: 'bad' | 'good'): Promise<void> {
  const { root, expected, remove } = assemble(`${id}/${kind}`);
  try {
    const listening = listens(id) ? [] : ['--no-loudness'];
    const { stdout, stderr } = await run(['check', ...listening, '--format', 'json', '--root', root]);
    expect(stdout, stderr).toMatch(/^\{/);
    // The shape that the program promises; a test of the reporter holds it to that.
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string; line: number }[] };
    expect(relevant(id, expected, findings)).toEqual(expected);
  } finally {
    remove();
  }
}

/** Resolves whatever the exit status: findings are no failure of the program. */
function run(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { maxBuffer: 16_000_000 }, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}
