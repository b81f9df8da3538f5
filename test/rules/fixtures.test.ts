import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';
import { projectFiles } from '../../src/node/project-files.ts';
import { check } from '../../src/pipeline/check.ts';
import { load } from '../../src/pipeline/load.ts';
import { assemble, hasFixture, relevant, ruleIds } from './fixture.ts';

test.each(ruleIds)('%s has a fixture that breaks it and one that does not', (id) => {
  expect([hasFixture(id, 'bad'), hasFixture(id, 'good')]).toEqual([true, true]);
});

test.each(ruleIds.filter((id) => hasFixture(id, 'bad')))('%s speaks where its fixture says', async (id) => {
  const { found, expected } = await findingsOf(`${id}/bad`);
  expect(expected.filter((line) => line.endsWith(` ${id}`))).not.toEqual([]);
  expect(relevant(id, expected, found)).toEqual(expected);
  for (const { message, remedy } of found) {
    expect(message).toMatch(/^\S.*[.!?)]$/s);
    expect(remedy).toMatch(/^\S.*\S$/s);
    expect(`${message} ${remedy}`).not.toMatch(/undefined|NaN|\[object|\binvalid\b|Error:/);
  }
});

test.each(ruleIds.filter((id) => hasFixture(id, 'good')))('%s is silent where there is nothing to say', async (id) => {
  const { found, expected } = await findingsOf(`${id}/good`);
  expect(expected).toEqual([]);
  expect(relevant(id, [], found)).toEqual([]);
});

test('the base of all fixtures is clean', async () => {
  const { found } = await findingsOf('base');
  expect(found).toEqual([]);
});

async function findingsOf(name: string) {
  const project = assemble(name);
  try {
    const ports = { files: projectFiles(project.root), media: mediaProbe(project.root), asOf: Date.UTC(2026, 5, 1) };
    const diagnostics = check(await load(ports));
    return { found: diagnostics.map(withLine), expected: project.expected };
  } finally {
    project.remove();
  }
}

function withLine(diagnostic: Diagnostic) {
  return { ...diagnostic, line: diagnostic.range.start.line };
}
