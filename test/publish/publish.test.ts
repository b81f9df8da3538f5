import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf, keys, project, publish, rebuild, site } from './show.ts';
import { startStore } from './store.ts';

const names = ['one', 'two', 'drei für dich'];

describe('ppod publish', () => {
  test('sends media first, pages after what they name, the feed last, each with its type and lifetime', async () => {
    const store = await startStore();
    const ended = await publish(project(filesOf(names)), store);
    expect(ended).toMatchObject({ status: 0, stdout: '' });
    expect(ended.stderr).toContain('Sent 18 files (0.0 MB) to s3://podcasts/show/; 0 unchanged.');

    const sent = store.calls.filter(({ method }) => method === 'PUT').map(({ key }) => key);
    const stage = (key: string) =>
      [/media/, /assets|transcript|chapters/, /html|sitemap|robots/, /feed\.xml/].findIndex((form) => form.test(key));
    expect(sent.map(stage)).toEqual([...sent.map(stage)].sort());
    expect(sent.at(-1)).toBe('show/feed.xml');
    expect(sent.filter((key) => /_headers|nojekyll|manifest/.test(key))).toEqual([]);

    const headers = async (key: string) => {
      const response = await store.get(`show/${key}`);
      expect(response.status, key).toBe(200);
      return `${response.headers.get('content-type')} | ${response.headers.get('cache-control')}`;
    };
    expect(await headers('feed.xml')).toBe('application/xml; charset=utf-8 | public, max-age=300');
    expect(await headers('media/one.mp3')).toBe('audio/mpeg | public, max-age=31536000');
    expect(await headers('media/cover-0123abcd.jpg')).toBe('image/jpeg | public, max-age=31536000, immutable');
    expect(await headers('assets/style.0123456789.css')).toBe(
      'text/css; charset=utf-8 | public, max-age=31536000, immutable',
    );
    expect(await headers('episodes/drei%20f%C3%BCr%20dich/transcript.vtt')).toBe(
      'text/vtt; charset=utf-8 | public, max-age=3600',
    );
    expect(await headers('episodes/one/chapters.json')).toBe('application/json+chapters | public, max-age=3600');
    expect(await headers('episodes/one/index.html')).toBe('text/html; charset=utf-8 | public, max-age=300');
  });

  test('a second run sends nothing; a change sends that file and no other', async () => {
    const store = await startStore();
    const root = project(filesOf(names));
    await publish(root, store);
    store.calls.length = 0;
    const second = await publish(root, store, { flags: ['--format', 'json'] });
    expect(JSON.parse(second.stdout)).toMatchObject({ uploaded: [], unchanged: 18, removed: [], findings: [] });
    expect(store.calls.filter(({ change }) => change !== undefined)).toEqual([]);

    // Of the same length, so that only a checksum can tell.
    rebuild(root, filesOf(names, { 'episodes/two/index.html': '<h1>TWO</h1>' }));
    const third = await publish(root, store, { flags: ['--format', 'json'] });
    expect(JSON.parse(third.stdout)).toMatchObject({ uploaded: ['episodes/two/index.html'], unchanged: 17 });
  });

  test('a file that another program sent with another type is sent again', async () => {
    const store = await startStore();
    const root = project(filesOf(['one']));
    await publish(root, store);
    await fetch(`${store.endpoint}/podcasts/show/media/one.mp3`, { method: 'PUT', body: 'sound of one' });
    const again = await publish(root, store, { flags: ['--format', 'json'] });
    expect(JSON.parse(again.stdout)).toMatchObject({ uploaded: ['media/one.mp3'] });
  });

  test('--prune removes what an earlier build put there, after the feed, and nothing of anybody else', async () => {
    const store = await startStore();
    const root = project(filesOf(['one', 'two']));
    await publish(root, store);
    await publish(root, store, { dest: 's3://podcasts/show/inner' });
    await publish(root, store, { dest: 's3://podcasts/shows' });
    for (const key of ['show/CNAME', 'other.txt']) {
      await fetch(`${store.endpoint}/podcasts/${key}`, { method: 'PUT', body: 'not of ppod' });
    }
    const all = await store.keys();
    rebuild(root, filesOf(['one']));
    const kept = await publish(root, store);
    expect(kept.stderr).toContain('not part of this build');
    expect(await store.keys()).toEqual(all);

    store.calls.length = 0;
    const rehearsal = await publish(root, store, { flags: ['--prune', '--dry-run'] });
    expect(rehearsal.stdout.trim().split('\n')).toHaveLength(4);
    expect(rehearsal.stdout).toContain('remove  media/two.mp3\n');
    expect(store.calls.filter(({ change }) => change !== undefined)).toEqual([]);

    const pruned = await publish(root, store, { flags: ['--prune', '--format', 'json'] });
    const gone = [
      'episodes/two/chapters.json',
      'episodes/two/index.html',
      'episodes/two/transcript.vtt',
      'media/two.mp3',
    ];
    expect(JSON.parse(pruned.stdout)).toMatchObject({ uploaded: [], removed: gone });
    expect(await store.keys()).toEqual(all.filter((key) => !gone.includes(key.slice('show/'.length))));

    // A feed that gets another name: the old one goes before what it names.
    rebuild(root, { ...filesOf(['zwei']), 'feed.xml': '', 'podcast.xml': filesOf(['zwei'])['feed.xml'] ?? '' });
    store.calls.length = 0;
    await publish(root, store, { flags: ['--prune'] });
    const removals = store.calls.filter(({ method }) => method === 'DELETE').map(({ key }) => key);
    expect(removals.length).toBeGreaterThan(3);
    const feedSent = store.calls.findIndex(({ key, method }) => method === 'PUT' && key === 'show/podcast.xml');
    expect(store.calls.findIndex(({ method }) => method === 'DELETE')).toBeGreaterThan(feedSent);
  });

  test('recordings may lie in the store only: they are looked for, never sent, never pruned', async () => {
    const store = await startStore();
    const root = project(filesOf(['one', 'two']));
    const { 'media/one.mp3': _, ...withoutOne } = filesOf(['one']);
    rebuild(root, withoutOne);
    const missing = await publish(root, store);
    expect(missing).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('names media/one.mp3, which is neither'),
    });
    expect(await store.keys()).toEqual([]);

    rebuild(root, filesOf(['one', 'two']));
    await publish(root, store);
    rebuild(root, withoutOne);
    const pruned = await publish(root, store, { flags: ['--prune', '--format', 'json'] });
    expect(JSON.parse(pruned.stdout).removed).toContain('media/two.mp3');
    expect(await store.keys()).toContain('show/media/one.mp3');
    // Served under another name than the pages: still the recording that the feed names.
    const feed = withoutOne['feed.xml']?.toString().replace(`${site}media/one`, 'https://media.example.org/one') ?? '';
    rebuild(root, { ...withoutOne, 'feed.xml': feed });
    expect(await publish(root, store, { flags: ['--prune'] })).toMatchObject({ status: 0 });
    expect(await store.keys()).toContain('show/media/one.mp3');
  });

  test('--gzip stores texts compressed, and says so to those who fetch them; recordings stay as they are', async () => {
    const store = await startStore();
    const root = project(filesOf(['one']));
    await publish(root, store);
    const packed = await publish(root, store, { flags: ['--gzip', '--format', 'json'] });
    expect(JSON.parse(packed.stdout).uploaded).not.toContain('media/one.mp3');
    expect(JSON.parse(packed.stdout)).toMatchObject({ uploaded: expect.arrayContaining(['feed.xml']), unchanged: 2 });
    const feed = await store.get('show/feed.xml');
    expect(feed.headers.get('content-encoding')).toBe('gzip');
    expect(await feed.text()).toBe(filesOf(['one'])['feed.xml']);
    const again = await publish(root, store, { flags: ['--gzip', '--format', 'json'] });
    expect(JSON.parse(again.stdout)).toMatchObject({ uploaded: [], unchanged: 10 });
    const plain = await publish(root, store, { flags: ['--format', 'json'] });
    expect(JSON.parse(plain.stdout)).toMatchObject({ unchanged: 2 });
    expect((await store.get('show/feed.xml')).headers.get('content-encoding')).toBeNull();
  });

  test('--dry-run lists what would be sent, and sends nothing', async () => {
    const store = await startStore();
    const ended = await publish(project(filesOf(['one'])), store, { flags: ['--dry-run'] });
    expect(ended.stdout).toContain('send    media/one.mp3  (12 bytes, audio/mpeg, public, max-age=31536000)\n');
    expect(ended.stdout.trimEnd().split('\n').at(-1)).toMatch(/^send {4}feed\.xml/);
    expect(ended.stderr).toContain('Would send 10 files');
    expect(await store.keys()).toEqual([]);
  });

  test('leaves out what ppod did not write, and says so', async () => {
    const store = await startStore();
    const root = project(filesOf(['one']));
    writeFileSync(join(root, 'dist/notes to self.txt'), 'private');
    const { stderr } = await publish(root, store);
    expect(stderr).toContain('Left out: 1 file in dist/ that ppod did not write (notes to self.txt).');
    expect((await store.keys()).join()).not.toContain('notes');
  });
});

describe('what stops it before a byte is sent', () => {
  test.each<[string, (root: string) => void, RegExp]>([
    [
      'no build',
      (root) => unlinkSync(join(root, 'dist/.ppod/manifest.json')),
      /no finished build in dist\/. Run ppod build first/,
    ],
    [
      'a file of the build is gone',
      (root) => unlinkSync(join(root, 'dist/media/one.mp3')),
      /not whole: media\/one\.mp3/,
    ],
    [
      'a file is a link that leads elsewhere',
      (root) => {
        unlinkSync(join(root, 'dist/media/one.mp3'));
        symlinkSync('/etc/hostname', join(root, 'dist/media/one.mp3'));
      },
      /not whole: media\/one\.mp3/,
    ],
    [
      'the feed names what no build wrote',
      (root) => {
        const { 'episodes/one/chapters.json': _, ...files } = filesOf(['one']);
        rebuild(root, files);
      },
      /not whole: episodes\/one\/chapters\.json/,
    ],
  ])('%s', async (_, harm, words) => {
    const store = await startStore();
    const root = project(filesOf(['one']));
    harm(root);
    const ended = await publish(root, store);
    expect(ended).toMatchObject({ status: 2, stderr: expect.stringMatching(words) });
    expect(store.calls).toEqual([]);
  });

  test.each([
    [['s3://podcasts', '--endpoint', 'ftp://example.org'], /no web address/],
    [['s3://podcasts', '--endpoint', 'https://key:secret@example.org'], /without keys/],
    [['s3://podcasts', '--endpoint', 'https://example.org/podcasts'], /Write --endpoint https:\/\/example\.org,/],
    [['https://podcasts.example.org/'], /Write it like s3:\/\/my-bucket\/podcast/],
    [['s3://podcasts/../up'], /cannot be the beginning of a web address/],
    [['s3://podcasts', '--region', 'London Town'], /no region/],
  ])('%j', async ([dest = '', ...flags], words) => {
    const store = await startStore();
    const ended = await publish(project(filesOf(['one'])), store, { dest, flags });
    expect(ended).toMatchObject({ status: 2, stderr: expect.stringMatching(words) });
    expect(ended.stderr).not.toContain('secret');
  });
});

describe('keys', () => {
  test('come from the profile that AWS_PROFILE names', async () => {
    const store = await startStore();
    const root = project(filesOf(['one']));
    mkdirSync(join(root, '.aws'));
    writeFileSync(
      join(root, '.aws/credentials'),
      '# keys\n[default]\naws_access_key_id = wrong\naws_secret_access_key = wrong\n\n[pod cast]\r\naws_access_key_id=S3RVER\r\n  nested = 1\r\naws_secret_access_key = S3RVER\r\n',
    );
    expect(await publish(root, store, { env: { AWS_PROFILE: 'pod cast' } })).toMatchObject({ status: 0 });
    expect(await publish(root, store, { env: {} })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('does not know these keys'),
    });
  });

  test('that are wrong or missing end the run with a sentence that does not show them', async () => {
    const store = await startStore();
    const root = project(filesOf(['one']));
    const wrong = await publish(root, store, { env: { ...keys, AWS_SECRET_ACCESS_KEY: 'MyWrongSecret' } });
    expect(wrong).toMatchObject({ status: 3, stderr: expect.stringContaining('does not know these keys') });
    expect(wrong.stderr + wrong.stdout).not.toMatch(/MyWrongSecret|S3RVER/);
    const none = await publish(root, store, { env: {} });
    expect(none).toMatchObject({ status: 3, stderr: expect.stringContaining('Set AWS_ACCESS_KEY_ID') });
  });

  test.skipIf(process.platform === 'win32')(
    'come from the program that a profile names, or from the AWS program',
    async () => {
      const store = await startStore();
      const root = project(filesOf(['one']));
      mkdirSync(join(root, '.aws'));
      const keys = '{"Version":1,"AccessKeyId":"S3RVER","SecretAccessKey":"S3RVER"}';
      writeFileSync(
        join(root, '.aws/config'),
        `[profile own]\ncredential_process = echo '${keys}'\n[profile bad]\ncredential_process = echo MySecret; false\n[profile work]\nsso_session = x\nregion = eu-west-2\n`,
      );
      const of = (profile: string, PATH = process.env['PATH'] ?? '') =>
        publish(root, store, { flags: ['--dry-run'], env: { AWS_PROFILE: profile, PATH } });
      expect(await of('own')).toMatchObject({ status: 0 });
      const bad = await of('bad');
      expect(bad).toMatchObject({ status: 3, stderr: expect.stringContaining('gave no keys. Run that program') });
      expect(bad.stderr + bad.stdout).not.toContain('MySecret');

      expect(await of('work')).toMatchObject({ status: 3, stderr: expect.stringContaining('Install the AWS program') });
      const program = `#!/bin/sh\n[ "$AWS_PROFILE $*" = "work configure export-credentials --format process" ] && echo '${keys}'\n`;
      mkdirSync(join(root, 'bin'));
      writeFileSync(join(root, 'bin/aws'), program, { mode: 0o755 });
      expect(await of('work', `${join(root, 'bin')}:${process.env['PATH']}`)).toMatchObject({ status: 0 });
    },
  );

  test('a bucket that is not there is named', async () => {
    const store = await startStore();
    const ended = await publish(project(filesOf(['one'])), store, { dest: 's3://nowhere' });
    expect(ended).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('There is no bucket nowhere at 127.0.0.1'),
    });
  });
});
