import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check, load, machinePorts } from '../../src/index.ts';
import { assemble } from '../rules/fixture.ts';

test('a show that asks for what cannot be made here is told which package of which version to install', async () => {
  const { root, remove } = assemble('base');
  try {
    const file = join(root, 'show.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('hosts:', 'search: true\nsocialCards: true\nhosts:'));
    const able = machinePorts(root, Date.UTC(2026, 5, 1));
    const ports = { ...able, search: undefined, pictures: undefined };
    const found = check(await load(ports));
    const { optionalDependencies: versions } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
    );
    expect(found.map(({ rule, severity, remedy }) => ({ rule, severity, remedy }))).toEqual([
      {
        rule: 'search-impossible',
        severity: 'error',
        remedy: expect.stringContaining(`npm install pagefind@${versions.pagefind}`),
      },
      {
        rule: 'social-cards-impossible',
        severity: 'error',
        remedy: expect.stringContaining(`npm install sharp@${versions.sharp}`),
      },
    ]);
    expect(check(await load(able))).toEqual([]);
  } finally {
    remove();
  }
});
