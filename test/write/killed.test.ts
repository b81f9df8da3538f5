import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDist } from '../../src/node/dist-folder.ts';
import { buildInProcess, compileWriter, namedBy, outputs, podcast, project, tree } from './project.ts';

const feed = 'feed.xml';
const media = { 'media/one.mp3': 'sound one', 'media/two.mp3': 'sound two', 'media/three.mp3': 'sound three' };
const before = podcast('before', {
  'index.html': 'one, two',
  'media/one.mp3': '=media/one.mp3',
  'media/two.mp3': '=media/two.mp3',
  'episodes/one/index.html': 'one',
  'episodes/one/transcript.txt': 'the same words',
  'episodes/two/index.html': 'two',
});
const after = podcast('after', {
  'index.html': 'one, three',
  'media/one.mp3': '=media/one.mp3',
  'media/three.mp3': '=media/three.mp3',
  'episodes/one/index.html': 'one, better told',
  'episodes/one/transcript.txt': 'the same words',
  'episodes/three/index.html': 'three',
});
const neither = podcast('neither', { 'index.html': 'nothing yet' });

let folder: string;
let writer: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ppod-writer-'));
  writer = await compileWriter(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The tree that a build into a new folder makes. */
async function freshTree(plan: typeof before): Promise<Record<string, string>> {
  const root = project(media);
  await writeDist(root, 'dist', outputs(plan), { feed });
  return tree(join(root, 'dist'));
}

describe.each(['DIE_AT', 'DIE_IN'])('killed at every change to the disk (%s)', (variable) => {
  test('the feed is whole and names only what is there, and the next build leaves no trace of it', async () => {
    const wanted = await freshTree(after);
    const wantedOtherwise = await freshTree(neither);
    let died = 0;
    for (;;) {
      const root = project(media);
      const dist = join(root, 'dist');
      await writeDist(root, 'dist', outputs(before), { feed });
      const { signal } = await buildInProcess(writer, root, after, { [variable]: String(died + 1) });
      const text = readFileSync(join(dist, feed), 'utf8');
      expect([before[feed], after[feed]]).toContain(text);
      const plan = text === before[feed] ? before : after;
      for (const path of namedBy(text)) {
        expect(existsSync(join(dist, path)), `${path}, killed at ${died + 1}`).toBe(true);
        const whole = [before[path], after[path]].map((value) => media[value?.slice(1) as keyof typeof media] ?? value);
        expect(whole, `${path} of ${plan[feed]}`).toContain(readFileSync(join(dist, path), 'utf8'));
      }
      // The next build has the same plan, or one that knows nothing of what was begun.
      const [next, nextTree] = died % 2 === 0 ? [after, wanted] : [neither, wantedOtherwise];
      await writeDist(root, 'dist', outputs(next), { feed });
      expect(tree(dist), `after being killed at ${died + 1}`).toEqual(nextTree);
      if (signal !== 'SIGKILL') break;
      died += 1;
    }
    expect(died).toBeGreaterThan(30);
  }, 120_000);
});

test('stopped with SIGTERM, a build ends by that signal and leaves dist/ as it was', async () => {
  const root = project(media);
  await writeDist(root, 'dist', outputs(before), { feed });
  const earlier = tree(join(root, 'dist'));
  const { signal } = await buildInProcess(writer, root, after, { TERM_AT: '4' });
  expect(signal).toBe('SIGTERM');
  expect(tree(join(root, 'dist'))).toEqual(earlier);
});

test('two builds at once, each a process: dist/ is what one of them wrote, whole', async () => {
  const many = (name: string) =>
    podcast(name, {
      ...Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`episodes/${i}/index.html`, `${name} ${i}`])),
      [`episodes/${name}/index.html`]: name,
      'media/one.mp3': '=media/one.mp3',
    });
  const states = await Promise.all([many('left'), many('right')].map(freshTree));
  const root = project(media);
  for (let round = 0; round < 4; round += 1) {
    const ended = await Promise.all(['left', 'right'].map((name) => buildInProcess(writer, root, many(name))));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(states).toContainEqual(tree(join(root, 'dist')));
  }
});

test('time zone, language and the order of files and outputs change no byte', async () => {
  const shuffled = Object.fromEntries(Object.entries(after).reverse());
  const root = project(Object.fromEntries(Object.entries(media).reverse()));
  await buildInProcess(writer, root, shuffled, {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(tree(join(root, 'dist'))).toEqual(await freshTree(after));
  expect(readdirSync(join(root, 'dist/.ppod'))).toEqual(['manifest.json']);
});
