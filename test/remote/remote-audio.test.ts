import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probeAudio } from '../../src/media/audio.ts';
import { memorySource } from '../../src/media/byte-source.ts';
import type { AudioInfo, MediaFile } from '../../src/model/media.ts';
import type { Cache } from '../../src/node/cache.ts';
import { RangeSource } from '../../src/node/range-source.ts';
import { type RemoteAudioOptions, remoteAudio } from '../../src/node/remote-audio.ts';
import { type FileServer, type Manner, serveFiles } from './server.ts';
import { bareMp3, longM4a, longOgg, longWav, mp3WithHeader } from './sounds.ts';

const recordings = {
  'info.mp3': mp3WithHeader('cbr-info.mp3', 190),
  'xing.mp3': mp3WithHeader('vbr-xing.mp3', 240),
  'bare.mp3': bareMp3('cbr-bare.mp3'),
  'varying.mp3': bareMp3('vbr-bare.mp3'),
  'first.m4a': longM4a('chapters-faststart.m4a'),
  'last.m4a': longM4a('index-last.m4a'),
  'chapters.m4a': longM4a('chapters.m4a'),
  'talk.opus': longOgg('tone.opus'),
  'talk.ogg': longOgg('tone.ogg'),
  'talk.wav': longWav(),
};

/** A cache that forgets with the test. */
function memoryCache(): Cache {
  const entries = new Map<string, string>();
  return {
    get: async (key) => JSON.parse(entries.get(key) ?? 'null'),
    set: async (key, value) => void entries.set(key, JSON.stringify(value)),
  };
}

/** Each probe is a run of ppod of its own. */
function probeOf({ host }: FileServer, options: RemoteAudioOptions = {}) {
  return remoteAudio({ named: new Set([host]), cache: memoryCache(), pause: 1, ...options });
}

async function locally(bytes: Uint8Array): Promise<AudioInfo | undefined> {
  const found = await probeAudio(memorySource(bytes));
  return 'audio' in found ? found.audio : undefined;
}

function failureOf(file: MediaFile): string {
  return file.kind !== 'failed' || file.failure.kind !== 'not-served'
    ? JSON.stringify(file)
    : `${file.failure.fault}: ${file.failure.detail}`;
}

test.each(Object.entries(recordings).filter(([name]) => !['bare.mp3', 'varying.mp3'].includes(name)))(
  '%s on a server is what it is in a folder, found in a few requests',
  async (name, bytes) => {
    const server = await serveFiles(recordings);
    const file = await probeOf(server).audio(`${server.base}/${name}`);
    expect(file).toMatchObject({ kind: 'audio', bytes: bytes.length, audio: await locally(bytes) });
    expect(server.served.length).toBeLessThanOrEqual(4);
    expect(server.bytesOf(name)).toBeLessThan(400_000);
  },
);

test('an MP3 of one bit rate without a header is reckoned from samples, to a frame; a varying one is counted', async () => {
  const server = await serveFiles(recordings);
  const probe = probeOf(server);
  const [even, uneven] = [
    await probe.audio(`${server.base}/bare.mp3`),
    await probe.audio(`${server.base}/varying.mp3`),
  ];
  const exact = (await locally(recordings['bare.mp3']))?.durationSeconds ?? 0;
  expect(exact).toBeGreaterThan(100);
  expect(even).toMatchObject({
    kind: 'audio',
    audio: { isEstimated: true, durationSeconds: expect.closeTo(exact, 1) },
  });
  expect(server.bytesOf('bare.mp3')).toBeLessThan(700_000);
  expect(uneven).toMatchObject({ kind: 'audio', audio: await locally(recordings['varying.mp3']) });
});

test('a second run asks once and fetches nothing; a file that changed is measured again', async () => {
  const server = await serveFiles(recordings);
  const cache = memoryCache();
  const url = `${server.base}/info.mp3`;
  const first = await probeOf(server, { cache }).audio(url);
  server.served.length = 0;
  const probe = probeOf(server, { cache });
  expect(await probe.audio(url)).toEqual(first);
  expect(server.served).toEqual([{ path: 'info.mp3', method: 'HEAD', range: undefined, bytes: 0 }]);
  // The same program, as a preview does with every change of a text.
  await probe.audio(url);
  expect(server.served).toHaveLength(1);
  server.files = { 'info.mp3': recordings['xing.mp3'] };
  expect(await probeOf(server, { cache }).audio(url)).toMatchObject({ bytes: recordings['xing.mp3'].length });
});

test('without tag and date nobody can tell whether a file is the same, so it is measured again', async () => {
  const server = await serveFiles(recordings, { headers: { ETag: '' } });
  const cache = memoryCache();
  await probeOf(server, { cache }).audio(`${server.base}/info.mp3`);
  server.files = { 'info.mp3': Buffer.concat([recordings['info.mp3'].subarray(0, -200), Buffer.alloc(200)]) };
  const before = server.served.length;
  await probeOf(server, { cache }).audio(`${server.base}/info.mp3`);
  expect(server.served.slice(before).some(({ method }) => method === 'GET')).toBe(true);
});

test('a server that cannot be reached: the figures of the last time, marked', async () => {
  const server = await serveFiles(recordings);
  const cache = memoryCache();
  const known = await probeOf(server, { cache }).audio(`${server.base}/info.mp3`);
  server.stop();
  expect(await probeOf(server, { cache }).audio(`${server.base}/info.mp3`)).toEqual({
    ...known,
    host: { contentType: 'audio/mpeg', hasRanges: true, unconfirmed: `${server.host} refuses connections.` },
  });
});

test('a host that never answered is not asked for each of its files', async () => {
  const server = await serveFiles(recordings, { instead: dropped });
  const probe = probeOf(server);
  for (let i = 0; i < 20; i++)
    expect(failureOf(await probe.audio(`${server.base}/${i}.mp3`))).toMatch(/^unreachable: /);
  expect(server.served).toHaveLength(3);
});

test('from a server without ranges all is read on, only as far as needed, and never more than the limit', async () => {
  const server = await serveFiles(recordings, { ranges: false });
  for (const [name, bytes] of Object.entries(recordings)) {
    const file = await probeOf(server).audio(`${server.base}/${name}`);
    expect(file).toMatchObject({ kind: 'audio', audio: await locally(bytes), host: { hasRanges: false } });
  }
  // What the system buffers on the way counts as given out, so the file is larger than that.
  const huge = Buffer.concat([recordings['info.mp3'], Buffer.alloc(60_000_000)]);
  huge.writeUInt32BE(huge.length, huge.indexOf('Info', 0, 'latin1') + 12);
  server.files = { 'huge.mp3': huge };
  await probeOf(server).audio(`${server.base}/huge.mp3`);
  expect(server.bytesOf('huge.mp3')).toBeLessThan(30_000_000);
  server.files = recordings;
  expect(failureOf(await probeOf(server, { limit: 1_000_000 }).audio(`${server.base}/varying.mp3`))).toBe(
    `too-large: More than 1 MB of ${server.base}/varying.mp3 would have to be read.`,
  );
});

type Instead = NonNullable<Manner['instead']>;

const refuse =
  (status: number): Instead =>
  (_request, response) => {
    response.writeHead(status).end('No.');
    return true;
  };

const leadOn =
  (location: string): Instead =>
  (_request, response) => {
    response.writeHead(302, { Location: location }).end();
    return true;
  };

/** Part of a file of so many bytes, whatever was asked for. */
const sendPart =
  (range: (asked: string) => string): Instead =>
  (request, response) => {
    const bytes = recordings['info.mp3'].subarray(0, 65_536);
    response.writeHead(206, { 'Content-Range': range(request.headers.range ?? '') }).end(bytes);
    return true;
  };

const dropped: Instead = (request) => {
  request.socket.destroy();
  return true;
};

const breakOff: Instead = (request, response) => {
  response.writeHead(206, { 'Content-Range': 'bytes 0-65535/90000', 'Content-Length': 65_536 });
  response.write('ID3', () => request.socket.destroy());
  return true;
};

const drip: Instead = (_request, response) => {
  response.writeHead(206, { 'Content-Range': 'bytes 0-65535/90000', 'Content-Length': 65_536 });
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
  return true;
};

const unsized: Instead = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'audio/mpeg' }).end(recordings['info.mp3']);
  return true;
};

const growing = () => {
  let bytes = 900_000;
  return sendPart((asked) => `bytes ${asked.slice('bytes='.length)}/${bytes++}`);
};

test.each<[string, Manner, RegExp]>([
  ['is not there', { instead: refuse(404) }, /^missing: \S+one\.mp3: there is nothing at this address\.$/],
  ['wants a login', { instead: refuse(401) }, /^refused: .*answers 401/],
  ['is on a busy server', { instead: refuse(503) }, /^unreachable: .*answers 503/],
  ['is compressed', { headers: { 'Content-Encoding': 'gzip' } }, /^packed: The server compresses .*gzip/],
  ['leads round in a circle', { instead: leadOn('/one.mp3') }, /^astray: .*in a circle/],
  ['leads to an address without https', { instead: leadOn('http://localhost:9/1.mp3') }, /^insecure: .*on to http:/],
  ['leads into a private network', { instead: leadOn('https://10.0.0.7/one.mp3') }, /^private: https:\/\/10\.0\.0\.7/],
  ['comes without its size', { instead: unsized }, /^unsized: /],
  ['is said to be larger than it is', { ranges: false, headers: { 'Content-Length': '9000000' } }, /^unreachable: /],
  ['breaks off every time', { instead: breakOff }, /^unreachable: .*broke the connection off/],
  ['never comes', { instead: () => true }, /^unreachable: .*did not answer in time/],
  ['comes too slowly', { instead: drip }, /^unreachable: .*comes too slowly/],
  ['comes in other parts than asked for', { instead: sendPart(() => 'bytes 7-70/99') }, /^untrue: .*sends another/],
  ['has no size in its parts', { instead: sendPart(() => 'bytes 0-65535/*') }, /^unsized: /],
  ['is another from part to part', { instead: growing() }, /^untrue: .*from one moment to the next/],
])('audio that %s is a failure in plain words, and no crash', async (_, manner, words) => {
  const server = await serveFiles({ 'one.mp3': recordings['info.mp3'] }, manner);
  const probe = probeOf(server, { idleTimeout: 60, blockTimeout: 120 });
  expect(failureOf(await probe.audio(`${server.base}/one.mp3`))).toMatch(words);
});

test('what stands at the address may be anything', async () => {
  const server = await serveFiles({
    'page.mp3': Buffer.from('<!doctype html><html><body>Log in</body></html>'),
    'empty.mp3': Buffer.alloc(0),
    'named.txt': recordings['info.mp3'],
  });
  const probe = probeOf(server);
  const found = async (name: string) => await probe.audio(`${server.base}/${name}`);
  expect(await found('page.mp3')).toMatchObject({ failure: { kind: 'wrong-kind', found: 'a web page (HTML)' } });
  expect(await found('empty.mp3')).toMatchObject({ failure: { kind: 'empty' } });
  expect(await found('named.txt')).toMatchObject({ kind: 'audio', host: { contentType: 'text/html' } });
});

test.each([
  ['http://example.org/one.mp3', /^insecure: http:\/\/example\.org\/one\.mp3 does not begin with https\.$/],
  ['https://127.0.0.1/one.mp3', /^private: /],
  ['https://[::ffff:10.0.0.1]/one.mp3', /^private: /],
  ['https://', /^astray: .*not a whole web address/],
  ['https://sam:secret@example.org/one.mp3', /^secret: The address of https:\/\/example\.org\/one\.mp3 holds a name/],
])('%s is asked for by nobody', async (url, words) => {
  const file = await remoteAudio({ cache: memoryCache() }).audio(url);
  expect(failureOf(file)).toMatch(words);
  expect(failureOf(file)).not.toMatch(/secret@/);
});

test('a connection that drops now and then costs another request, and nothing else', async () => {
  let requests = 0;
  const server = await serveFiles(recordings, {
    instead(request) {
      const isDropped = ++requests % 2 === 1;
      if (isDropped) request.socket.destroy();
      return isDropped;
    },
  });
  expect(await probeOf(server).audio(`${server.base}/varying.mp3`)).toMatchObject({
    kind: 'audio',
    audio: await locally(recordings['varying.mp3']),
  });
});

test('an address that leads on is followed once, so that who counts downloads there counts one', async () => {
  const server = await serveFiles(recordings, {
    instead({ url = '' }, response) {
      if (!url.startsWith('/count/')) return false;
      response.writeHead(302, { Location: url.slice('/count'.length) }).end();
      return true;
    },
  });
  const file = await probeOf(server).audio(`${server.base}/count/last.m4a`);
  expect(file).toMatchObject({ kind: 'audio', path: `${server.base}/count/last.m4a` });
  expect(server.served.map(({ path }) => path)).toEqual(['count/last.m4a', 'last.m4a', 'last.m4a']);
});

test('how far a long reading is, is told', async () => {
  const server = await serveFiles(recordings);
  const told: [number, number][] = [];
  await probeOf(server).audio(`${server.base}/varying.mp3`, (bytes, total) => told.push([bytes, total]));
  const size = recordings['varying.mp3'].length;
  expect(told.length).toBeGreaterThan(10);
  expect(told.at(-1)).toEqual([size, size]);
  expect(told.map(([bytes]) => bytes)).toEqual(told.map(([bytes]) => bytes).sort((a, b) => a - b));
});

test('any reads, in any order, give the bytes of the file, from any kind of server', async () => {
  const bytes = recordings['varying.mp3'].subarray(0, 1_300_001);
  const server = await serveFiles({ 'a.mp3': bytes });
  const place = fc.tuple(fc.nat(1_400_000), fc.oneof(fc.nat(20), fc.nat(70_000), fc.nat(1_400_000)));
  await fc.assert(
    fc.asyncProperty(fc.array(place, { maxLength: 12 }), fc.boolean(), async (places, ranges) => {
      server.manner = { ranges };
      const source = await RangeSource.open(`${server.base}/a.mp3`, { named: new Set([server.host]), keepAlive: true });
      for (const [offset, length] of places) {
        const read = await source.read(offset, length);
        expect(Buffer.compare(read, bytes.subarray(offset, offset + length))).toBe(0);
      }
      source.close();
    }),
    { numRuns: 60 },
  );
});

test('a file that sends its reader back and back is given up', async () => {
  const server = await serveFiles({ 'a.mp3': Buffer.alloc(40_000_000) });
  const source = await RangeSource.open(`${server.base}/a.mp3`, { named: new Set([server.host]), keepAlive: true });
  const goBack = async () => {
    for (let at = 39_000_000; at > 0; at -= 65_536) await source.read(at, 10);
  };
  await expect(goBack()).rejects.toThrow('would take more than 500 requests');
  expect(server.served).toHaveLength(500);
  source.close();
});
