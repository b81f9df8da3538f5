import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { pathsNamedBy } from '../../src/pipeline/upload-plan.ts';
import { filesOf, project, publish, rebuild } from './show.ts';
import { type Call, type Store, startStore } from './store.ts';

/** In three parts. */
const recording = randomBytes(17_000_000);
const before = filesOf(['one', 'two']);
const after = filesOf(['two', 'three'], {
  'media/three.mp3': recording,
  'episodes/two/transcript.vtt': 'WEBVTT\n\nbetter',
});
const small = { ...after, 'media/three.mp3': 'sound of three' };

/** The feed that is up, if any, names only what is up. Answers how many things it names. */
async function expectSound(store: Store, when: string): Promise<number> {
  const feed = await store.get('show/feed.xml');
  if (feed.status === 404) return 0;
  const named = pathsNamedBy(await feed.text(), 'feed.xml');
  expect(named.length).toBeGreaterThan(3);
  for (const path of named) expect((await store.get(`show/${path}`)).status, `${path}, ${when}`).toBe(200);
  return named.length;
}

/** How many changes one undisturbed run makes. A request that had to be sent again, as the test's store may ask for, counts once. */
async function countChanges(files: typeof before): Promise<number> {
  const store = await startStore();
  const root = project(before);
  await publish(root, store);
  store.calls.length = 0;
  rebuild(root, files);
  await publish(root, store, { flags: ['--prune'] });
  const changes = store.calls.filter(({ change }) => change !== undefined);
  return new Set(changes.map(({ method, key }) => `${method} ${key}`)).size;
}

test('killed at ten points, before and after the store has done its work, the feed that is up is true, and the next run finishes', async () => {
  const total = await countChanges(small);
  expect(total).toBeGreaterThan(9);
  for (let kill = 0; kill < 10; kill++) {
    const store = await startStore();
    const root = project(before);
    // The first two kills fall into the very first publication.
    if (kill > 1) {
      await publish(root, store);
      rebuild(root, small);
    }
    const start = store.calls.filter(({ change }) => change !== undefined).length;
    const at = start + 1 + Math.floor(((kill + 0.5) * total) / 10);
    const when = `killed at change ${at - start} of ${total}`;
    const end = await publish(root, store, {
      flags: ['--prune'],
      onStart: (child) => {
        const die = () => child.kill('SIGKILL');
        store.fault = ({ change }) =>
          change !== at ? undefined : kill % 2 === 0 ? { before: die, cut: 'before' } : { after: die };
      },
    });
    expect(end.status, `${when}: ${end.stderr}`).toBe(null);
    await expectSound(store, when);
    store.fault = () => undefined;
    expect(await publish(root, store, { flags: ['--prune'] }), when).toMatchObject({ status: 0 });
    expect(await expectSound(store, `finished after being ${when}`)).toBe(7);
    const wanted = Object.keys(kill > 1 ? small : before).filter((path) => !['_headers', '.nojekyll'].includes(path));
    expect(await store.keys()).toEqual(wanted.map((path) => `show/${path}`).sort());
  }
}, 120_000);

test('killed in the middle of a large recording, the next run sends only the parts that are missing', async () => {
  const store = await startStore();
  const root = project(before);
  await publish(root, store);
  rebuild(root, after);
  const isPart = ({ method, query }: Call) => method === 'PUT' && query.has('partNumber');
  await publish(root, store, {
    onStart: (child) => {
      store.fault = (call) =>
        isPart(call) && call.query.get('partNumber') === '2'
          ? { wait: 500, before: () => setTimeout(() => child.kill('SIGKILL'), 400), cut: 'before' }
          : undefined;
    },
  });
  await expectSound(store, 'killed in the middle of a recording');
  expect((await store.get('show/media/three.mp3')).status).toBe(404);
  const arrived = store.calls.filter(isPart).filter(({ query }) => query.get('partNumber') !== '2');
  expect(arrived.length).toBe(2);

  store.fault = () => undefined;
  store.calls.length = 0;
  expect(await publish(root, store)).toMatchObject({ status: 0 });
  expect(store.calls.filter(isPart).map(({ query, bytes }) => [query.get('partNumber'), bytes])).toEqual([
    ['2', 8_388_608],
  ]);
  const there = Buffer.from(await (await store.get('show/media/three.mp3')).arrayBuffer());
  expect(there.equals(recording)).toBe(true);
  expect(await expectSound(store, 'finished')).toBe(7);

  store.calls.length = 0;
  await publish(root, store);
  expect(store.calls.filter(({ change }) => change !== undefined)).toEqual([]);
}, 60_000);

test('a transfer that was begun for another state of the recording is not finished as if it were this one', async () => {
  const store = await startStore();
  const root = project(filesOf(['one'], { 'media/one.mp3': recording }));
  await publish(root, store, {
    onStart: (child) => {
      store.fault = ({ query, method }) =>
        method === 'POST' && query.has('uploadId') ? { before: () => child.kill('SIGKILL'), cut: 'before' } : undefined;
    },
  });
  store.fault = () => undefined;
  // All parts are there; only the last differs now, by its very end.
  const retagged = Buffer.from(recording);
  retagged.write('TAG', retagged.length - 128);
  rebuild(root, filesOf(['one'], { 'media/one.mp3': retagged }));
  expect(await publish(root, store)).toMatchObject({ status: 0 });
  const there = Buffer.from(await (await store.get('show/media/one.mp3')).arrayBuffer());
  expect(there.equals(retagged)).toBe(true);
  store.calls.length = 0;
  await publish(root, store);
  expect(store.calls.filter(({ change }) => change !== undefined)).toEqual([]);
}, 60_000);
