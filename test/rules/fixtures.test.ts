import { expect, test } from 'vitest';
import { statedAudio } from '../../src/media/stated-audio.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Cache } from '../../src/node/cache.ts';
import { loudnessMeter } from '../../src/node/loudness-meter.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';
import { privateList } from '../../src/node/private-list.ts';
import { projectFiles } from '../../src/node/project-files.ts';
import { check } from '../../src/pipeline/check.ts';
import { load } from '../../src/pipeline/load.ts';
import type { Ports } from '../../src/ports.ts';
import { assemble, hasFixture, listens, relevant, remoteRecordings, ruleIds } from './fixture.ts';

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

/** Every fixture is listened to anew. */
const forgetful: Cache = { get: async () => undefined, set: async () => undefined };

async function findingsOf(name: string) {
  const project = assemble(name);
  try {
    const { root } = project;
    const ports: Ports = {
      files: projectFiles(root),
      media: mediaProbe(root),
      remoteAudio: remoteRecordings(statedAudio('audio/mpeg', 60)),
      loudness: listens(name.split('/')[0] ?? '') ? loudnessMeter(root, forgetful) : undefined,
      privateList: privateList(root, {}),
      asOf: Date.UTC(2026, 5, 1),
    };
    const loaded = await load(ports);
    const diagnostics = check(loaded);
    // Where notes are not wanted, nothing graver may be lost with them.
    const graver = (found: readonly Diagnostic[]) => found.filter(({ severity }) => severity !== 'info');
    expect(graver(check(loaded, { withNotes: false }))).toEqual(graver(diagnostics));
    return { found: diagnostics.map(withLine), expected: project.expected };
  } finally {
    project.remove();
  }
}

function withLine(diagnostic: Diagnostic) {
  return { ...diagnostic, line: diagnostic.range.start.line };
}
