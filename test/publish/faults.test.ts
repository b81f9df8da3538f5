import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ObjectStore } from '../../src/node/object-store.ts';
import { pathsNamedBy } from '../../src/pipeline/upload-plan.ts';
import { filesOf, project, publish, rebuild } from './show.ts';
import { bucket, type Call, type Fault, type Store, startStore } from './store.ts';

/** Every call fails the first time it is made in this way. */
function onceEach(fault: Fault): Store['fault'] {
  const seen = new Set<string>();
  return ({ method, key, query }: Call) => {
    const name = `${method} ${key} ${query}`;
    if (seen.has(name)) return undefined;
    seen.add(name);
    return fault;
  };
}

test.each<[string, Fault]>([
  ['answers 500', { status: 500 }],
  ['asks to slow down', { status: 503 }],
  ['asks to come later', { status: 429 }],
  ['drops the connection before it has worked', { cut: 'before' }],
  ['drops the connection after it has worked', { cut: 'after' }],
  ['is slow', { wait: 300 }],
])('a store that %s the first time gets everything all the same', async (_, fault) => {
  const store = await startStore();
  const root = project(filesOf(['one'], { 'media/one.mp3': randomBytes(9_000_000) }));
  store.fault = onceEach(fault);
  expect(await publish(root, store)).toMatchObject({ status: 0, stderr: expect.stringContaining('Sent 10 files') });
  store.fault = () => undefined;
  const second = await publish(root, store, { flags: ['--format', 'json'] });
  expect(JSON.parse(second.stdout)).toMatchObject({ uploaded: [], unchanged: 10 });
});

test('a store that fails for good ends the run with a plain sentence, and the old feed stays', async () => {
  const store = await startStore();
  const root = project(filesOf(['one']));
  await publish(root, store);
  rebuild(root, filesOf(['one', 'two']));
  store.fault = ({ method, key }) => (method === 'PUT' && key.endsWith('two.mp3') ? { status: 500 } : undefined);
  const ended = await publish(root, store);
  expect(ended).toMatchObject({ status: 3, stdout: '' });
  expect(ended.stderr).toMatch(/^127\.0\.0\.1:\d+ answers 500: it cannot work at the moment\. Run ppod publish again/m);
  const feed = await (await store.get('show/feed.xml')).text();
  expect(pathsNamedBy(feed, 'feed.xml')).not.toContain('media/two.mp3');
  expect((await store.keys()).filter((key) => key.includes('transcript'))).toHaveLength(1);
}, 60_000);

test('a store that may be read and not written says so', async () => {
  const store = await startStore();
  store.fault = ({ change }) => (change === undefined ? undefined : { status: 403 });
  const ended = await publish(project(filesOf(['one'])), store);
  expect(ended).toMatchObject({
    status: 3,
    stderr: expect.stringContaining(`may not do this in the bucket ${bucket}`),
  });
});

test('the feed stays as it is when something is taken away before its turn', async () => {
  const store = await startStore();
  const root = project(filesOf(['one']));
  store.fault = ({ method, key }) =>
    method === 'PUT' && key === 'show/sitemap.xml'
      ? { after: () => void fetch(`${store.endpoint}/${bucket}/show/media/one.mp3`, { method: 'DELETE' }), wait: 100 }
      : undefined;
  const slow = store.fault;
  store.fault = (call) =>
    slow(call) ?? (call.method === 'GET' && call.query.has('list-type') ? { wait: 300 } : undefined);
  const ended = await publish(root, store);
  expect(ended).toMatchObject({ status: 3, stderr: expect.stringContaining('the feed was not changed') });
  expect((await store.get('show/feed.xml')).status).toBe(404);
});

test('Ctrl-C ends the run with exit status 130 and a sentence', async () => {
  const store = await startStore();
  const ended = await publish(project(filesOf(['one'])), store, {
    onStart: (child) => {
      store.fault = ({ change }) => (change === 3 ? { wait: 2_000, before: () => child.kill('SIGINT') } : undefined);
    },
  });
  expect(ended).toMatchObject({ status: 130, stderr: expect.stringContaining('run ppod publish again to finish') });
  expect((await store.get('show/feed.xml')).status).toBe(404);
});

test('a server that never answers is given up', async () => {
  const store = await startStore();
  store.fault = () => ({ wait: 2_000 });
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', sessionToken: undefined };
  const base = `${store.endpoint}/${bucket}/`;
  const patient = new ObjectStore({
    base,
    bucket,
    region: 'us-east-1',
    credentials,
    attempts: 2,
    pause: 1,
    idleTimeout: 50,
  });
  await expect(patient.list('')).rejects.toThrow(/did not answer in time/);
  expect(store.calls).toHaveLength(2);
});

test('more objects than one page of a list holds are all found', async () => {
  const store = await startStore();
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', sessionToken: 'token' };
  const base = `${store.endpoint}/${bucket}/`;
  const objects = new ObjectStore({ base, bucket, region: 'eu-west-2', credentials });
  const headers = {
    contentType: 'text/plain',
    cacheControl: 'no-store',
    contentEncoding: undefined,
    sha256: 'x',
    place: 'dé/',
  };
  const keys = Array.from({ length: 20 }, (_, index) => `dé/${index} (a+b)&c.txt`);
  for (const key of keys) await objects.put(key, Buffer.from(key), headers);
  expect([...(await objects.list('dé/')).keys()].sort()).toEqual([...keys].sort());
  expect(store.calls.filter(({ query }) => query.has('list-type'))).toHaveLength(3);
  expect(await objects.head(keys[0] ?? '')).toEqual({ ...headers, bytes: Buffer.byteLength(keys[0] ?? '') });
}, 60_000);
