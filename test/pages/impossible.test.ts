import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check, load, machinePorts } from '../../src/index.ts';
import { pictures } from '../../src/node/pictures.ts';
import { searchIndexer } from '../../src/node/search-indexer.ts';
import { assemble } from '../rules/fixture.ts';

test('a show that asks for what cannot be made here is told which package of which version to install', async () => {
  const { root, remove } = assemble('base');
  try {
    const file = join(root, 'show.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('hosts:', 'search: true\nsocialCards: true\nhosts:'));
    const ports = machinePorts(root, Date.UTC(2026, 5, 1));
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
    const able = { ...ports, search: searchIndexer, pictures: pictures(root) };
    expect(check(await load(able))).toEqual([]);
  } finally {
    remove();
  }
});
