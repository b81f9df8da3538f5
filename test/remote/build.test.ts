import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BuildRecord } from '../../src/node/build-record.ts';
import type { Cache } from '../../src/node/cache.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';
import { projectFiles } from '../../src/node/project-files.ts';
import { remoteAudio } from '../../src/node/remote-audio.ts';
import { planBuild, render } from '../../src/pipeline/build.ts';
import type { Ports, RemoteAudioProbe } from '../../src/ports.ts';
import { emptyFolder, repository } from '../cli/project.ts';
import { type FileServer, serveFiles } from './server.ts';
import { bareMp3, longM4a, longOgg, longWav, mp3WithHeader } from './sounds.ts';

const recordings = {
  'one.mp3': mp3WithHeader('cbr-info.mp3', 190),
  'two.mp3': mp3WithHeader('vbr-xing.mp3', 240),
  'three.mp3': bareMp3('cbr-bare.mp3'),
  'four.m4a': longM4a('chapters-faststart.m4a'),
  'five.m4a': longM4a('index-last.m4a'),
  'six.m4a': longM4a('chapters.m4a'),
  'seven.opus': longOgg('tone.opus'),
  'eight.ogg': longOgg('tone.ogg'),
  'nine.wav': longWav(),
  'ten.mp3': mp3WithHeader('cbr-info.mp3', 200),
};
const names = Object.keys(recordings);

interface Machine {
  readonly root: string;
  readonly server: FileServer;
  readonly env: NodeJS.ProcessEnv;
}

/** A server with a certificate that the program is told to trust, and an empty folder. */
async function machine(): Promise<Machine> {
  const root = emptyFolder();
  const [key, cert] = [join(root, 'key.pem'), join(root, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-keyout',
      key,
      '-out',
      cert,
    ],
    { stdio: 'ignore' },
  );
  const server = await serveFiles(recordings, {}, { key: readFileSync(key), cert: readFileSync(cert) });
  const env = {
    PATH: process.env['PATH'],
    NODE_EXTRA_CA_CERTS: cert,
    PPOD_CACHE: join(root, 'cache'),
    PPOD_PRIVATE_HOSTS: server.host,
  };
  return { root, server, env };
}

/** A show of the recordings, one an episode. `audio` is what its episodes say of each; `facts` more of show.md. */
function show(root: string, name: string, audio: (file: string) => string, facts = ''): string {
  const folder = join(root, name);
  const base = join(import.meta.dirname, '../rules/base');
  mkdirSync(join(folder, 'episodes'), { recursive: true });
  cpSync(join(base, 'media/cover.jpg'), join(folder, 'media/cover.jpg'));
  const text = readFileSync(join(base, 'show.md'), 'utf8');
  writeFileSync(join(folder, 'show.md'), text.replace('---\n', `---\nrules: {audio-codec: warning}\n${facts}`));
  for (const [index, file] of names.entries()) {
    writeFileSync(
      join(folder, 'episodes', `${file.replace(/\..*/, '')}.md`),
      `---\ntitle: All about ${file.replace('.', ' ')}\ndate: 2024-03-${10 + index} 09:00\nguid: g-${index}\naudio: ${audio(file)}\n---\n\nWho gets up at four, and why the tide decides.\n`,
    );
  }
  return folder;
}

/** Runs the program while this process goes on being the server. */
function run(
  { env }: Machine,
  folder: string,
  args: readonly string[],
  onStart?: (stop: () => void) => void,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repository, 'build/main.js'), ...args], { cwd: folder, env });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
      });
    }
    child.on('error', reject).on('close', (status) => resolve({ status, ...said }));
    onStart?.(() => void child.kill('SIGINT'));
  });
}

const feedOf = (folder: string) => readFileSync(join(folder, 'dist/feed.xml'), 'utf8');
const asOf = ['--as-of', '2026-01-01'];

describe.skipIf(spawnSync('openssl', ['version']).status !== 0)('a show whose audio is on a server', () => {
  test('ten episodes are built without fetching one file whole, and again without fetching anything', async () => {
    const here = await machine();
    const { server } = here;
    const folder = show(here.root, 'show', (file) => `${server.base}/${file}`);
    const first = await run(here, folder, ['build', ...asOf]);
    expect(first).toMatchObject({ status: 0, stderr: expect.stringContaining('Published 10 episodes') });
    for (const [name, bytes] of Object.entries(recordings)) {
      expect(feedOf(folder)).toMatch(
        new RegExp(`<enclosure length="${bytes.length}" type="[^"]+" url="${server.base}/${name}"/>`),
      );
      expect(server.bytesOf(name), name).toBeLessThan(bytes.length / 3);
    }
    expect(readdirSync(join(folder, 'dist/media')).filter((name) => /\.(?:mp3|m4a|wav)$/.test(name))).toEqual([]);

    const feed = feedOf(folder);
    server.served.length = 0;
    expect(await run(here, folder, ['build', ...asOf])).toMatchObject({ status: 0 });
    expect(server.served.map(({ method, bytes }) => [method, bytes])).toEqual(names.map(() => ['HEAD', 0]));
    expect(feedOf(folder)).toBe(feed);

    server.stop();
    const alone = await run(here, folder, ['build', ...asOf]);
    expect(alone).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('refuses connections. Size and length of the audio of 10 episodes'),
    });
    expect(feedOf(folder)).toBe(feed);
  }, 60_000);

  test('what is not there stops the build at its line; without a network it says what to do', async () => {
    const here = await machine();
    const folder = show(here.root, 'show', (file) => `${here.server.base}/${file}`);
    here.server.files = { ...recordings, 'two.mp3': Buffer.from('<html>Log in</html>') };
    const text = readFileSync(join(folder, 'episodes/one.md'), 'utf8');
    writeFileSync(join(folder, 'episodes/one.md'), text.replace('/one.mp3', '/won.mp3'));
    const ended = await run(here, folder, ['build', ...asOf, '--format', 'json']);
    expect(ended.status).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'audio-elsewhere',
          file: 'episodes/one.md',
          line: 5,
          column: 8,
          message: `${here.server.base}/won.mp3: there is nothing at this address.`,
        }),
        expect.objectContaining({ rule: 'audio-unreadable', file: 'episodes/two.md', line: 5 }),
      ]),
      written: [],
    });
    expect(existsSync(join(folder, 'dist'))).toBe(false);

    here.server.stop();
    const alone = { ...here, env: { ...here.env, PPOD_CACHE: join(here.root, 'empty') } };
    const offline = await run(alone, folder, ['build', ...asOf]);
    expect(offline).toMatchObject({ status: 1, stderr: expect.stringContaining('state length, type and duration') });
  }, 60_000);

  test('ppod new makes an episode of an address, and copies nothing', async () => {
    const here = await machine();
    const folder = show(here.root, 'show', (file) => `${here.server.base}/${file}`);
    here.server.files = { 'talks/early-help_explained.mp3': recordings['one.mp3'] };
    const url = `${here.server.base}/talks/early-help_explained.mp3`;
    const made = await run(here, folder, ['new', url, '--yes']);
    expect(made).toMatchObject({ status: 0, stderr: expect.stringContaining('3:10 long') });
    const text = readFileSync(join(folder, 'episodes/early-help-explained.md'), 'utf8');
    expect(text).toMatch(/^title: Early help explained$/m);
    expect(text).toContain(`\naudio: ${url}\n`);
    expect(readdirSync(join(folder, 'media'))).toEqual(['cover.jpg']);
    const none = await run(here, folder, ['new', `${here.server.base}/none.mp3`, '--yes']);
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining('there is nothing at this address') });
  }, 60_000);

  test('Ctrl-C ends a build that waits for a server, and nothing is half-written', async () => {
    const here = await machine();
    const folder = show(here.root, 'show', (file) => `${here.server.base}/${file}`);
    const ended = await run(here, folder, ['build', ...asOf], (stop) => {
      here.server.manner = {
        instead: () => {
          if (here.server.served.length === 1) stop();
          return true;
        },
      };
    });
    expect(ended.status).toBe(130);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });
});

test('where media/ is served, what is not in media/ is found there: the feed is the same, to the byte', async () => {
  const server = await serveFiles(recordings);
  const real = remoteAudio({
    named: new Set([server.host]),
    cache: { get: async () => undefined, set: async () => {} },
  });
  const asked: string[] = [];
  const remote: RemoteAudioProbe = {
    async audio(url) {
      asked.push(url);
      return { ...(await real.audio(url.replace('https://media.example.org', server.base))), path: url };
    },
  };
  const facts = 'mediaBase: https://media.example.org\naudioPrefix: https://count.example.org/e/\n';
  const build = async (name: string, files: Readonly<Record<string, Uint8Array>>) => {
    const root = show(emptyFolder(), name, (file) => `media/${file}`, facts);
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(root, 'media', file), bytes);
    const ports: Ports = {
      files: projectFiles(root),
      media: mediaProbe(root),
      remoteAudio: remote,
      asOf: Date.UTC(2026, 0),
    };
    const { podcast } = await planBuild(ports);
    return Object.fromEntries(
      [...render(podcast ?? expect.unreachable())].map((file) => [
        file.path,
        'contents' in file ? { contents: file.contents } : file,
      ]),
    );
  };
  const near = await build('near', recordings);
  expect(asked).toEqual([]);
  const far = await build('far', {});
  expect(asked).toHaveLength(10);
  expect(far['feed.xml']).toMatchObject({
    contents: expect.stringContaining('url="https://count.example.org/e/media.example.org/one.mp3"'),
  });
  const feedOf = ({ 'feed.xml': feed }: typeof far) => (feed !== undefined && 'contents' in feed ? feed.contents : '');
  expect(feedOf(far)).toBe(feedOf(near));
  expect(far['episodes/one/index.html']).toMatchObject({
    contents: expect.stringContaining('src="https://media.example.org/one.mp3"'),
  });
  expect(far['media/one.mp3']).toBeUndefined();
});

test('a build that asked a server is not taken for one of which nothing has changed', async () => {
  const root = emptyFolder();
  const server = await serveFiles(recordings);
  const entries = new Map<string, unknown>();
  const cache: Cache = {
    get: async (key) => entries.get(key),
    set: async (key, value) => void entries.set(key, value),
  };
  const repeatAfter = async (work: (ports: Ports) => unknown) => {
    const record = new BuildRecord(root, join(root, 'dist'), {}, cache);
    const remote = remoteAudio({ named: new Set([server.host]), cache });
    await work(record.watching({ files: projectFiles(root), media: mediaProbe(root), remoteAudio: remote, asOf: 0 }));
    await record.keep('told', { from: 0, until: undefined });
    return record.repeat(undefined);
  };
  expect(await repeatAfter((ports) => ports.remoteAudio?.audio(`${server.base}/one.mp3`))).toBeUndefined();
  expect(await repeatAfter((ports) => ports.files.list('episodes'))).toBe('told');
});
