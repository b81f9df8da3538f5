import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chaptersInNotes } from '../../src/model/chapters-in-notes.ts';
import { copyOfShow, ppod } from '../cli/project.ts';

const list =
  '## Chapters\n\n- 00:00 Welcome\n- (00:12:30) **Early** help\n- 01:02:03 – The [end](https://example.org/)\n';

test('reads a list below the word Chapters, and leaves the rest', () => {
  expect(chaptersInNotes(`Before.\n\n${list}\nAfter.\n`)).toEqual({
    chapters: [
      { startSeconds: 0, title: 'Welcome' },
      { startSeconds: 750, title: 'Early help' },
      { startSeconds: 3723, title: expect.stringMatching(/^The end/) },
    ],
    rest: 'Before.\n\nAfter.',
  });
});

test.each(['Chapters', 'CHAPTERS:', '**Chapters**', '# Chapters', '**Chapters:**'])(
  '%s is such a heading',
  (heading) => {
    expect(chaptersInNotes(`${heading}\n00:00 One\n01:00 Two\n02:00 Three`)?.chapters).toHaveLength(3);
  },
);

test.each([
  ['no heading', '00:00 One\n01:00 Two\n02:00 Three'],
  ['too few', 'Chapters\n00:00 One\n01:00 Two'],
  ['a sentence', 'Chapters of a life\n00:00 One\n01:00 Two\n02:00 Three'],
  ['no times', 'Chapters\n- One\n- Two\n- Three'],
])('%s: no chapters', (_name, notes) => {
  expect(chaptersInNotes(notes)).toBeUndefined();
});

test('never fails, and keeps every other line', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('Chapters', '00:00 One', '01:00 Two', '02:00 Three', ''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const found = chaptersInNotes(lines.join('\n'));
      if (found === undefined) return;
      const kept = lines.join('\n').match(/[a-z]{5,}/g) ?? [];
      for (const word of kept.filter((word) => word !== 'hapters')) {
        expect([found.rest, ...found.chapters.map(({ title }) => title)].join('\n')).toContain(word);
      }
    }),
  );
});

test('they are published like any others, and the list stands in the notes once', () => {
  const folder = copyOfShow();
  const file = join(folder, 'episodes/what-you-will-hear.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nChapters\n\n00:00 First\n00:10 Second words\n00:20 Third\n`);
  expect(ppod(folder, ['build']).status).toBe(0);
  const chapters = readFileSync(join(folder, 'dist/episodes/what-you-will-hear/chapters.json'), 'utf8');
  expect(JSON.parse(chapters)).toMatchObject({ chapters: [{ title: 'First' }, { startTime: 10 }, { startTime: 20 }] });
  const [item = ''] = /<item>(?:(?!<\/item>)[\s\S])*what-you-will-hear[\s\S]*?<\/item>/.exec(
    readFileSync(join(folder, 'dist/feed.xml'), 'utf8'),
  ) ?? [''];
  const description = /<description>[\s\S]*?<\/description>/.exec(item.slice(item.lastIndexOf('<item>')))?.[0] ?? '';
  expect(description.match(/Second words/g)).toHaveLength(1);
  const { stdout } = ppod(folder, ['status', '--format', 'json']);
  expect(stdout).toMatch(/what-you-will-hear\.md"[\s\S]*?"lacks": \[\s*"timings",\s*"artwork"/);
});
