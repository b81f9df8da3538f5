import { expect, test } from 'vitest';
import { machinePorts } from '../../src/node/machine-ports.ts';
import { remembering } from '../../src/node/remembering.ts';
import { render } from '../../src/pipeline/build.ts';
import { planPreview } from '../../src/pipeline/preview.ts';
import type { Ports } from '../../src/ports.ts';
import { changesTo } from '../cli/changes.ts';
import { copyOfShow } from '../cli/project.ts';

const asOf = Date.UTC(2026, 10, 22);

/** Everything that a preview would say and show. */
async function shownBy(ports: Ports) {
  const { diagnostics, podcast } = await planPreview(ports, 'http://127.0.0.1:4321/');
  const files = podcast === undefined ? [] : [...render(podcast)];
  return {
    diagnostics,
    files: files.map((file) => ('copyOf' in file ? file : { path: file.path, contents: file.contents, key: file.key })),
  };
}

test('after whatever change, a preview that goes on shows what a new one would', async () => {
  const root = copyOfShow();
  const fresh = () => machinePorts(root, asOf);
  const going = remembering(root, fresh());
  for (const [change, make] of Object.entries(changesTo(root))) {
    make();
    expect(await shownBy(going), change).toEqual(await shownBy(fresh()));
  }
});
