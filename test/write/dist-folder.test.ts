import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDist } from '../../src/node/dist-folder.ts';
import { inParts, type OutputFile } from '../../src/outputs/output.ts';
import { outputs, type Plan, podcast, project, temporaryFolder, tree } from './project.ts';

const media = { 'media/one.mp3': 'sound one' };
const plan = podcast('show', {
  'index.html': 'the show',
  'episodes/one/index.html': 'one',
  'media/one.mp3': '=media/one.mp3',
});
const manifest = '.ppod/manifest.json';

function build(root: string, files: Plan = plan, out = 'dist') {
  return writeDist(root, out, outputs(files), { feed: 'feed.xml' });
}

describe('what a build writes', () => {
  test('everything at first, then only what changed', async () => {
    const root = project(media);
    expect(await build(root)).toEqual({
      written: Object.keys(plan).sort(),
      unchanged: 0,
      copied: ['media/one.mp3'],
      removed: [],
      unclaimed: [],
    });
    const files = [...Object.keys(plan), manifest].map((path) => join(root, 'dist', path));
    const stamps = () => files.map((file) => [statSync(file).ino, statSync(file).mtimeMs]);
    const earlier = stamps();
    expect(await build(root)).toMatchObject({ written: [], unchanged: 4, removed: [] });
    expect(stamps()).toEqual(earlier);
    expect(await build(root, { ...plan, 'index.html': 'the shöw' })).toMatchObject({ written: ['index.html'] });
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the shöw');
  });

  test('outputs that come in their own time, and their progress', async () => {
    const root = project(media);
    const heard: string[] = [];
    async function* slowly() {
      for (const file of outputs(plan)) yield await Promise.resolve(file);
    }
    await writeDist(root, 'dist', slowly(), {
      feed: 'feed.xml',
      onProgress: (done, path) => heard.push(`${done} ${path}`),
    });
    expect(heard).toHaveLength(4);
    expect(heard[0]).toBe('1 feed.xml');
  });

  test('a feed that is made in parts: the same file as from the whole, left alone until it differs', async () => {
    const root = project();
    const feed = 'dist/feed.xml';
    const write = (...parts: string[]) =>
      writeDist(root, 'dist', [inParts('feed.xml', () => parts.map((part) => ({ make: () => part })))], {
        feed: 'feed.xml',
      });
    expect((await write('<rss>', 'é', '</rss>')).written).toEqual(['feed.xml']);
    expect(readFileSync(join(root, feed), 'utf8')).toBe('<rss>é</rss>');
    const earlier = statSync(join(root, feed)).ino;
    expect((await build(root, { 'feed.xml': '<rss>é</rss>' })).written).toEqual([]);
    expect((await write('<rss>é', '</rss>')).written).toEqual([]);
    expect(statSync(join(root, feed)).ino).toBe(earlier);
    expect((await write('<rss>', 'è', '</rss>')).written).toEqual(['feed.xml']);
    expect((await write('<rss>', 'è', '</rss>', '\n')).written).toEqual(['feed.xml']);
    expect(readFileSync(join(root, feed), 'utf8')).toBe('<rss>è</rss>\n');
  });

  test('a file of dist/ that was changed by hand is put right', async () => {
    const root = project(media);
    await build(root);
    const wanted = tree(join(root, 'dist'));
    writeFileSync(join(root, 'dist/index.html'), 'the shoW');
    rmSync(join(root, 'dist/media/one.mp3'));
    expect(await build(root)).toMatchObject({ written: ['index.html', 'media/one.mp3'] });
    expect(tree(join(root, 'dist'))).toEqual(wanted);
  });

  test('a fault in an output leaves dist/ as it was', async () => {
    const root = project(media);
    await build(root);
    const earlier = tree(join(root, 'dist'));
    function* broken(): Iterable<OutputFile> {
      yield { path: 'index.html', contents: 'half a' };
      yield { path: 'media/one.mp3', copyOf: 'media/one.mp3' };
      throw new RangeError('broken output');
    }
    await expect(writeDist(root, 'dist', broken(), { feed: 'feed.xml' })).rejects.toThrow(RangeError);
    expect(tree(join(root, 'dist'))).toEqual(earlier);
  });
});

describe('what a build removes', () => {
  test('an episode that is a draft again leaves nothing, not even in the list of files', async () => {
    const root = project({ ...media, 'media/secret.mp3': 'not yet' });
    await build(root);
    const wanted = tree(join(root, 'dist'));
    const secret = { 'episodes/secret/index.html': 'not yet', 'media/secret.mp3': '=media/secret.mp3' };
    await build(root, podcast('show', { ...plan, ...secret }));
    expect(await build(root)).toMatchObject({ removed: Object.keys(secret) });
    expect(tree(join(root, 'dist'))).toEqual(wanted);
    expect(readFileSync(join(root, 'dist', manifest), 'utf8')).not.toContain('secret');
  });

  test('nothing that others put there, even in a folder of an episode that went', async () => {
    const root = project(media);
    await build(root);
    const others = ['CNAME', '.well-known/security.txt', 'episodes/one/by-hand.txt'];
    for (const path of others) {
      mkdirSync(join(root, 'dist', path, '..'), { recursive: true });
      writeFileSync(join(root, 'dist', path), path);
    }
    await build(root, podcast('empty', {}));
    for (const path of others) expect(readFileSync(join(root, 'dist', path), 'utf8')).toBe(path);
    expect(existsSync(join(root, 'dist/episodes/one/index.html'))).toBe(false);
    expect(existsSync(join(root, 'dist/media'))).toBe(false);
  });

  test.each([
    ['is missing', undefined],
    ['is not JSON', '{ "files": ['],
    ['is another kind of thing', '[]'],
    ['was edited', 'CNAME'],
    ['leads outside', '../../show.md'],
  ])('nothing that cannot be proved to be ours, when the list %s', async (_, edit) => {
    const root = project(media);
    await build(root);
    const list = join(root, 'dist', manifest);
    writeFileSync(join(root, 'dist/CNAME'), 'pod.example.org');
    const text = readFileSync(list, 'utf8');
    if (edit === undefined) rmSync(list);
    else writeFileSync(list, edit.startsWith('{') || edit === '[]' ? edit : text.replace('index.html', edit));
    const { removed, unclaimed } = await build(
      root,
      podcast('show', { 'media/one.mp3': '=media/one.mp3', 'episodes/two/index.html': 'two' }),
    );
    expect(removed).toEqual([]);
    expect(unclaimed).toEqual(['episodes/one/index.html']);
    expect(existsSync(join(root, 'dist/CNAME'))).toBe(true);
    expect(existsSync(join(root, 'show.md'))).toBe(true);
  });

  test('nothing behind a folder that became a link', async () => {
    const root = project(media);
    await build(root);
    const elsewhere = temporaryFolder();
    renameSync(join(root, 'dist/episodes/one'), join(elsewhere, 'one'));
    symlinkSync(join(elsewhere, 'one'), join(root, 'dist/episodes/one'));
    expect(await build(root, podcast('empty', {}))).toMatchObject({ removed: ['index.html', 'media/one.mp3'] });
    expect(readdirSync(join(elsewhere, 'one'))).toEqual(['index.html']);
  });

  test('a file renamed only by case is there under its new name', async () => {
    const root = project(media);
    await build(root);
    const renamed = podcast('show', { 'index.html': 'the show', 'media/One.mp3': '=media/one.mp3' });
    await build(root, renamed);
    expect(readFileSync(join(root, 'dist/media/One.mp3'), 'utf8')).toBe('sound one');
    expect(readdirSync(join(root, 'dist/media'))).toHaveLength(1);
  });
});

describe('media', () => {
  test('take no second room on the disk, or are true copies with the time of their source', async () => {
    const root = project(media);
    await build(root);
    const [source, copy] = [join(root, 'media/one.mp3'), join(root, 'dist/media/one.mp3')].map((file) =>
      statSync(file),
    );
    expect(copy?.ino === source?.ino || copy?.mtimeMs === source?.mtimeMs).toBe(true);
  });

  test('are compared by content when only their times differ', async () => {
    const root = project(media);
    await build(root);
    const source = join(root, 'media/one.mp3');
    rmSync(source);
    writeFileSync(source, 'sound one');
    utimesSync(source, 1, 1);
    expect(await build(root)).toMatchObject({ written: [], unchanged: 4 });
    rmSync(source);
    writeFileSync(source, 'sound ONE');
    expect(await build(root)).toMatchObject({ written: ['media/one.mp3'] });
    expect(readFileSync(join(root, 'dist/media/one.mp3'), 'utf8')).toBe('sound ONE');
  });

  test('are found to differ in their middle', async () => {
    const long = Buffer.alloc(1_000_000, 'a');
    const root = project(media);
    const source = join(root, 'media/one.mp3');
    for (const [offset, time] of [
      [-1, 5],
      [700_000, 6],
      [500_000, 6],
    ] as const) {
      rmSync(source);
      writeFileSync(source, offset < 0 ? long : long.fill('b', offset, offset + 10));
      utimesSync(source, time, time);
      expect((await build(root)).written).toContain('media/one.mp3');
      expect(readFileSync(join(root, 'dist/media/one.mp3')).equals(long)).toBe(true);
    }
  });

  test('are never written through: a text that takes the place of a linked recording leaves the recording', async () => {
    const root = project(media);
    await build(root);
    rmSync(join(root, 'dist/index.html'));
    linkSync(join(root, 'media/one.mp3'), join(root, 'dist/index.html'));
    await build(root);
    expect(readFileSync(join(root, 'media/one.mp3'), 'utf8')).toBe('sound one');
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the show');
  });

  test.each(['media/none.mp3', '../outside.mp3', 'media/link.mp3'])('%s is not copied into dist/', async (copyOf) => {
    const root = project(media);
    writeFileSync(join(root, '../outside.mp3'), 'private');
    symlinkSync(join(root, '../outside.mp3'), join(root, 'media/link.mp3'));
    await expect(build(root, { ...plan, 'media/x.mp3': `=${copyOf}` })).rejects.toMatchObject({ reason: 'source' });
    expect(existsSync(join(root, 'dist/feed.xml'))).toBe(false);
    rmSync(join(root, '../outside.mp3'));
  });
});

describe('paths', () => {
  test.each([
    '../feed.xml',
    'episodes/../../x',
    '/etc/x',
    'a//b',
    './a',
    'a/.. /b',
    'a\\..\\b',
    'a\u0000b',
    '',
    '.ppod/manifest.json',
    '.PPOD./x',
  ])('%j is refused', async (path) => {
    const root = project(media);
    await expect(build(root, { ...plan, [path]: 'x' })).rejects.toMatchObject({ reason: 'path' });
    expect(existsSync(join(root, 'dist/index.html'))).toBe(false);
  });

  test.each([
    ['media/One.mp3', 'media/one.mp3'],
    ['episodes/e\u0301.txt', 'episodes/é.txt'],
    ['episodes/two', 'episodes/two/index.html'],
    ['episodes/two/index.html', 'episodes/two'],
  ])('%s and %s are refused together, and both are named', async (first, second) => {
    const root = project(media);
    const clash = build(root, { 'feed.xml': '', [first]: 'x', [second]: 'x' });
    await expect(clash).rejects.toMatchObject({ reason: 'clash' });
    await expect(clash).rejects.toThrow(`${first} and ${second}`);
  });

  test('a link in dist/ that leads elsewhere is refused, and nothing is written behind it', async () => {
    const root = project(media);
    await build(root);
    const elsewhere = temporaryFolder();
    rmSync(join(root, 'dist/episodes'), { recursive: true });
    symlinkSync(elsewhere, join(root, 'dist/episodes'));
    await expect(build(root)).rejects.toMatchObject({ reason: 'path' });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('a file in dist/ that is a link is replaced, not followed', async () => {
    const root = project(media);
    mkdirSync(join(root, 'dist'));
    symlinkSync(join(root, 'show.md'), join(root, 'dist/index.html'));
    const earlier = readFileSync(join(root, 'show.md'), 'utf8');
    await build(root);
    expect(lstatSync(join(root, 'dist/index.html')).isSymbolicLink()).toBe(false);
    expect(readFileSync(join(root, 'show.md'), 'utf8')).toBe(earlier);
  });

  test('a folder or a file of others that stands in the way is refused before anything changes', async () => {
    const root = project(media);
    mkdirSync(join(root, 'dist/index.html/by-hand'), { recursive: true });
    await expect(build(root)).rejects.toMatchObject({ reason: 'path' });
    rmSync(join(root, 'dist'), { recursive: true });
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist/episodes'), 'by hand');
    await expect(build(root)).rejects.toMatchObject({ reason: 'path' });
    expect(readdirSync(join(root, 'dist'))).toEqual(['episodes']);
  });
});

describe('--out', () => {
  test.each(['.', '..', 'media', 'episodes/dist', 'show.md', '.git'])('%s is refused', async (out) => {
    const root = project(media);
    const earlier = tree(root);
    await expect(build(root, plan, out)).rejects.toMatchObject({ reason: 'out-folder' });
    expect(tree(root)).toEqual(earlier);
  });

  test('may be elsewhere, and may be a link', async () => {
    const root = project(media);
    const elsewhere = temporaryFolder();
    await build(root, plan, join(elsewhere, 'public/dist'));
    symlinkSync(join(elsewhere, 'public/dist'), join(root, 'dist'));
    expect(await build(root)).toMatchObject({ written: [], unchanged: 4 });
  });

  test('as a link to the sources is refused', async () => {
    const root = project(media);
    symlinkSync(join(root, 'media'), join(root, 'dist'));
    await expect(build(root)).rejects.toMatchObject({ reason: 'out-folder' });
  });
});
