import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ppodAsync } from '../cli/ppod-async.ts';
import { copyOfShow, emptyFolder, ppod } from '../cli/project.ts';
import { serve } from './server.ts';

const asOf = '2026-06-01T00:00:00Z';

/** Only the line by which the moved show tells apps that it moved is new. */
function withoutMove(feed: string): string {
  return feed.replace(/^ *<itunes:new-feed-url>.*\n/m, '');
}

test('the show of this repository: built, imported from its own feed, built again', { timeout: 120_000 }, async () => {
  const show = copyOfShow();
  const moved = emptyFolder();
  const { base } = await serve((request, response) => {
    const file = join(show, 'dist', decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname));
    try {
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  const built = ['build', '--as-of', asOf, '--base-url', `${base}/`];
  expect(ppod(show, built).status).toBe(0);
  const imported = await ppodAsync(moved, [
    ...[
      'import',
      `${base}/feed.xml`,
      '-C',
      'moved',
      '--site',
      'https://moved.example.org/',
      '--i-own-this',
      '--as-of',
      asOf,
    ],
  ]);
  expect(imported.stdout).toContain('no subscriber comes to harm');
  expect(imported.status).toBe(0);
  expect(ppod(moved, [...built, '-C', 'moved']).status).toBe(0);

  const before = readFileSync(join(show, 'dist/feed.xml'), 'utf8');
  const after = readFileSync(join(moved, 'moved/dist/feed.xml'), 'utf8');
  expect(withoutMove(after)).toBe(before);
});
