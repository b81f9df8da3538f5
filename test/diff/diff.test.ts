import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ppodAsync } from '../cli/ppod-async.ts';
import { copyOfShow, ppod } from '../cli/project.ts';

const asOf = '2026-06-01T00:00:00Z';

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A show that was built once: what subscribers have. */
function publishedShow(): string {
  const folder = copyOfShow();
  expect(ppod(folder, ['build', '--as-of', asOf]).status).toBe(0);
  return folder;
}

function diff(folder: string, ...args: string[]): { status: number | null; found: Found[] } {
  const { status, stdout } = ppod(folder, ['diff', '--as-of', asOf, '--format', 'json', ...args]);
  const { findings }: { findings: Found[] } = JSON.parse(stdout);
  return { status, found: findings };
}

function edit(folder: string, file: string, from: RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

test('a show that did not change harms nobody, and says nothing', () => {
  expect(diff(publishedShow())).toEqual({ status: 0, found: [] });
});

const hearing = 'episodes/hearing-the-child.md';

/** Each kind of harm, as people do it by mistake: what they do, what is said, and at which file and key. */
const harms: Record<string, { readonly at: string; readonly key?: string; do(folder: string): void }> = {
  'item-lost': { at: hearing, do: (folder) => rmSync(join(folder, hearing)) },
  'guid-changed': { at: hearing, key: 'guid:', do: (folder) => edit(folder, hearing, /^guid: .*/m, 'guid: another') },
  'permalink-changed': {
    at: hearing,
    key: 'guid:',
    do: (folder) => edit(folder, 'dist/feed.xml', /isPermaLink="false"/g, 'isPermaLink="true"'),
  },
  'date-moved': { at: hearing, key: 'date:', do: (folder) => edit(folder, hearing, /^date: .*/m, 'date: 2026-05-30') },
  'audio-changed': {
    at: hearing,
    key: 'audio:',
    do: (folder) => appendFileSync(join(folder, 'media/hearing-the-child.mp3'), Buffer.alloc(5000)),
  },
  'show-guid-changed': {
    at: 'show.md',
    key: 'guid:',
    do: (folder) => edit(folder, 'show.md', /^guid: .*/m, 'guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810'),
  },
  'feed-moved': {
    at: 'show.md',
    key: 'site:',
    do: (folder) => edit(folder, 'show.md', /^site: .*/m, 'site: https://example.org/elsewhere/'),
  },
  'feed-shrinking': { at: 'show.md', do: (folder) => rmSync(join(folder, hearing)) },
  'art-changed': {
    at: 'show.md',
    key: 'artwork:',
    do(folder) {
      const cover = readdirSync(join(folder, 'dist/media')).find((name) => /^the-p-pod-.*\.jpg$/.test(name)) ?? '';
      const path = join(folder, 'dist/media', cover);
      const bytes = readFileSync(path);
      // A new file: the old one may be a second name of the file in media/.
      rmSync(path);
      writeFileSync(path, Buffer.concat([bytes, Buffer.from('x')]));
    },
  },
};

test.each(Object.entries(harms))('%s is harm, at its file and line', (kind, { at, key, do: act }) => {
  const folder = publishedShow();
  act(folder);
  const { status, found } = diff(folder);
  expect(status).toBe(1);
  const harm = found.find(({ rule, file }) => rule === `diff-${kind}` && file === at);
  expect(harm).toMatchObject({ severity: 'error' });
  if (key !== undefined)
    expect(readFileSync(join(folder, at), 'utf8').split('\n')[(harm?.line ?? 0) - 1]).toContain(key);
});

test('a build against the feed stops at harm and writes nothing, unless that harm is allowed', () => {
  const folder = publishedShow();
  edit(folder, hearing, /^guid: .*/m, 'guid: another');
  const before = readFileSync(join(folder, 'dist/feed.xml'), 'utf8');
  const stopped = ppod(folder, ['build', '--as-of', asOf, '--against', 'dist/feed.xml']);
  expect(stopped.status).toBe(1);
  expect(stopped.stderr).toContain('diff-guid-changed');
  expect(stopped.stderr).toContain('--allow');
  expect(readFileSync(join(folder, 'dist/feed.xml'), 'utf8')).toBe(before);
  const allowed = ['build', '--as-of', asOf, '--against', 'dist/feed.xml', '--allow', 'guid-changed'];
  expect(ppod(folder, allowed).status).toBe(0);
  expect(readFileSync(join(folder, 'dist/feed.xml'), 'utf8')).toContain('>another</guid>');
  expect(ppod(folder, ['build', '--against', 'dist/feed.xml', '--allow', 'everything']).status).toBe(2);
});

test('titles, notes and numbers are change, not harm', () => {
  const folder = publishedShow();
  edit(folder, hearing, /^title: .*/m, 'title: Another name');
  edit(folder, hearing, /\n---\n/, '\n---\nMore words in the notes.\n\n');
  edit(folder, hearing, /^episode: .*/m, 'episode: 7');
  const { status, found } = diff(folder);
  expect(status).toBe(0);
  expect(found.map(({ rule }) => rule).sort()).toEqual(['diff-notes', 'diff-numbers', 'diff-title']);
  expect(found.every(({ severity, file }) => severity === 'info' && file === hearing)).toBe(true);
});

test('a renamed file keeps its guid; without one the guard names the file', () => {
  const folder = publishedShow();
  renameSync(join(folder, hearing), join(folder, 'episodes/renamed.md'));
  renameSync(
    join(folder, 'episodes/hearing-the-child.transcript.vtt'),
    join(folder, 'episodes/renamed.transcript.vtt'),
  );
  expect(diff(folder).found.filter(({ severity }) => severity === 'error')).toEqual([]);
  edit(folder, 'episodes/renamed.md', /^guid: .*\n/m, '');
  const { found } = diff(folder);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({
      rule: 'diff-guid-changed',
      file: 'episodes/renamed.md',
      message: expect.stringContaining('no line guid:'),
    }),
  ]);
});

test.each([
  ['draft', /^guid:/m, 'draft: true\nguid:', 'marked as a draft'],
  ['date', /^date: .*/m, 'date: 2031-01-01', 'lies in the future'],
])('an episode that goes back to the desk by its %s is lost, and the line is named', (_key, from, to, words) => {
  const folder = publishedShow();
  edit(folder, hearing, from, to);
  expect(diff(folder).found).toContainEqual(
    expect.objectContaining({ rule: 'diff-item-lost', file: hearing, message: expect.stringContaining(words) }),
  );
});

test('a withdrawn episode leaves nothing but a notice, and that counts as meant', () => {
  const folder = publishedShow();
  const page = join(folder, 'dist/episodes/hearing-the-child/index.html');
  edit(folder, hearing, /^guid:/m, 'withdrawn:\n  date: 2026-05-20\n  reason: The family asked us to.\nguid:');
  const { status, found } = diff(folder);
  expect(status).toBe(0);
  expect(found).toEqual([expect.objectContaining({ rule: 'diff-withdrawn', severity: 'info', file: hearing })]);
  expect(ppod(folder, ['build', '--as-of', asOf, '--against', 'dist/feed.xml']).status).toBe(0);

  const published = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(published.filter((path) => path.includes('hearing-the-child'))).toEqual([
    'episodes/hearing-the-child',
    'episodes/hearing-the-child/index.html',
  ]);
  expect(readFileSync(page, 'utf8')).toMatch(/withdrawn/i);
  const texts = published.filter((path) => /\.(?:xml|html|json|txt|md)$/.test(path) || path === '_headers');
  for (const path of texts)
    expect(readFileSync(join(folder, 'dist', path), 'utf8'), path).not.toContain('family asked');
  for (const path of ['feed.xml', 'sitemap.xml', 'index.html']) {
    expect(readFileSync(join(folder, 'dist', path), 'utf8'), path).not.toContain('hearing-the-child');
  }

  const guid = /^guid: (.*)$/m.exec(readFileSync(join(folder, hearing), 'utf8'))?.[1];
  edit(folder, 'episodes/what-you-will-hear.md', /^guid: .*/m, `guid: ${guid}`);
  const reused = ppod(folder, ['build', '--as-of', asOf]);
  expect(reused.status).toBe(1);
  expect(reused.stderr).toContain('guid-duplicate');
});

test('the live feed is read over http; when it cannot be reached the build fails closed and says how to go on', async () => {
  const folder = publishedShow();
  const xml = readFileSync(join(folder, 'dist/feed.xml'));
  const server = createServer((_request, response) => response.end(xml));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/feed.xml`;
  edit(folder, hearing, /^guid: .*/m, 'guid: another');
  const live = await ppodAsync(folder, ['build', '--as-of', asOf, '--against', url]);
  expect(live.status).toBe(1);
  expect(live.stderr).toContain('diff-guid-changed');
  await new Promise((resolve) => server.close(resolve));
  rmSync(join(folder, 'dist'), { recursive: true });
  const closed = await ppodAsync(folder, ['build', '--as-of', asOf, '--against', url]);
  expect(closed.status).toBe(3);
  expect(closed.stderr).toContain('saved copy');
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('github and text formats name the place; what is no feed is refused in plain words', () => {
  const folder = publishedShow();
  edit(folder, hearing, /^guid: .*/m, 'guid: another');
  const run = (...args: string[]) => ppod(folder, ['diff', '--as-of', asOf, ...args]);
  expect(run('--format', 'github').stdout).toMatch(
    /^::error file=episodes\/hearing-the-child\.md,line=\d+,col=\d+,title=diff-guid-changed/m,
  );
  expect(run().stdout).toMatch(/episodes\/hearing-the-child\.md:\d+:\d+ {2}error {2}diff-guid-changed/);
  expect(run('dist/index.html')).toMatchObject({ status: 2, stderr: expect.stringContaining('a web page') });
  expect(run('nowhere.xml')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no file') });
});
