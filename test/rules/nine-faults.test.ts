import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assemble } from './fixture.ts';

const main = join(import.meta.dirname, '../../build/main.js');

/** Audio missing, no title, "next Tuesday", a guid twice, broken YAML, a category of one's own, a small cover, words for audio, no transcript. */
test.skipIf(!existsSync(main))('nine faults in one show are nine errors, each at its line', () => {
  const { root, expected, remove } = assemble('nine-faults');
  try {
    const { status, stdout } = spawnSync(process.execPath, [main, '-C', root, '--format', 'json', 'check'], {
      encoding: 'utf8',
    });
    // The shape that the program promises; a test of the reporter holds it to that.
    const { findings } = JSON.parse(stdout) as {
      findings: { rule: string; severity: string; file: string; line: number }[];
    };
    const faults = findings.filter(({ severity }) => severity !== 'info');
    expect(faults.every(({ severity }) => severity === 'error')).toBe(true);
    expect(faults.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort()).toEqual(expected);
    expect(expected).toHaveLength(9);
    expect(status).toBe(1);
  } finally {
    remove();
  }
});
