import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayLinkTo, notesOf, readMarkdown } from '../../src/rules/notes.ts';
import { readProse } from '../../src/rules/prose-notes.ts';
import { parseFrontmatter } from '../../src/text/frontmatter.ts';
import { LineIndex } from '../../src/text/positions.ts';

/** An episode file with `body` as its notes. */
function entryWith(body: string) {
  const text = `---\ntitle: Tide\n---\n\n${body}`;
  return { text, frontmatter: parseFrontmatter(text) };
}

/** Each link's address, words, and what stands in the file at its place. */
function linksIn(body: string) {
  const entry = entryWith(body);
  return notesOf(entry).links.map(({ href, words, range }) => [
    href,
    words,
    entry.text.slice(range.start.offset, range.end.offset),
  ]);
}

describe('links are found where they are written', () => {
  test.each([
    ['inline', '[a *b*](https://x.test/ "t")', [['https://x.test/', 'a b', 'https://x.test/']]],
    ['by reference', '[a][1]\n\n[1]: https://x.test/', [['https://x.test/', 'a', 'https://x.test/']]],
    ['bare', 'See https://x.test/a now', [['https://x.test/a', 'https://x.test/a', 'https://x.test/a']]],
    ['in angle brackets', '<me@x.test>', [['mailto:me@x.test', 'me@x.test', 'me@x.test']]],
    [
      'in HTML',
      'a <a href="https://x.test/?a=1&amp;b=2">b</a>',
      [['https://x.test/?a=1&b=2', 'b', 'https://x.test/?a=1&amp;b=2']],
    ],
    ['in a block of HTML', '<div>\n<a href=/x>b <i>c</i></a>\n</div>', [['/x', 'b c', '/x']]],
    ['round a picture', '[![tide](a.png)](https://x.test/)', [['https://x.test/', 'tide', 'https://x.test/']]],
    [
      'twice the same',
      '[a](b.md) [c](b.md)',
      [
        ['b.md', 'a', 'b.md'],
        ['b.md', 'c', 'b.md'],
      ],
    ],
    ['with Windows line ends', 'one\r\n\r\n[a](b.md)\r\n', [['b.md', 'a', 'b.md']]],
    ['that are none', '`[a](b)` \\[c](d)\n\n    [e](f)\n\n<!-- [g](h) -->', []],
  ])('%s', (_name, body, links) => {
    expect(linksIn(body)).toEqual(links);
  });

  test('two alike have places of their own', () => {
    const [first, second] = notesOf(entryWith('[a](b.md) [c](b.md)')).links;
    expect(second?.range.start.offset).toBeGreaterThan(first?.range.end.offset ?? Number.NaN);
  });
});

test('whether there is anything to read', () => {
  const hasWords = (body: string) => notesOf(entryWith(body)).hasWords;
  expect(['word', '`code`', '    code', '<p>word</p>', '# 1'].map(hasWords)).toEqual([true, true, true, true, true]);
  expect(['', '<!-- word -->', '---', '<br>', '…'].map(hasWords)).toEqual([false, false, false, false, false]);
});

test('whatever the notes, nothing throws and every place lies inside the file', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '<a href=',
    '">',
    '</a>',
    '![',
    '\n',
    '\r\n\r\n',
    '`',
    'x',
    'www.',
    '<!--',
  );
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(body, (text) => {
      const entry = entryWith(text);
      const { links, pictures, tags } = notesOf(entry);
      for (const { range } of [...links, ...pictures, ...tags]) {
        expect(range.start.offset).toBeGreaterThanOrEqual(entry.frontmatter.bodyOffset);
        expect(range.end.offset).toBeLessThanOrEqual(entry.text.length);
      }
    }),
  );
});

test.each(['<', '[', '![', '<a ', '](', '<!--', '<b>', '[a]('])('a long row of %s does not hang', (piece) => {
  expect(notesOf(entryWith(piece.repeat(20_000))).pictures).toEqual([]);
});

test('where a look says that no link leads to the podcast, reading the notes finds none', () => {
  const base = 'https://x.test/p/';
  const leadsThere = (href: string) =>
    !/^(?:$|#)/.test(href) && new URL(href, `${base}episodes/a/`).href.startsWith(base);
  const pieces = [
    '[a](',
    '[a][1]',
    '[1]: ',
    '<a href=',
    '<',
    '>',
    ')',
    '"',
    ' ',
    '\n',
    '\n\n',
    '\\',
    '&#120;',
    '&amp;',
    '%78',
  ];
  const addresses = [
    'https://x.test/p/b',
    'HTTPS://X.TEST/p/',
    'https://x.test/q',
    'https://y.test/p/',
    '//x.test/p/',
    '../b/',
    'b',
    '#b',
  ];
  const notes = fc.array(fc.constantFrom(...pieces, ...addresses, 'https:', 'x.test/p/', 'mailto:a@x.test'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(notes, (parts) => {
      const entry = entryWith(parts.join(''));
      const found = notesOf(entry).links.filter(({ href }) => URL.canParse(href, base) && leadsThere(href));
      expect(found.length === 0 || mayLinkTo(base, entry)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
  expect(mayLinkTo(base, entryWith('See [a](https://y.test/p/) and https://x.test/q.'))).toBe(false);
});

describe('prose is read without Markdown', () => {
  /** All that rules ask of notes, read by whichever reader. */
  function facts(body: string, read: typeof readMarkdown | typeof readProse) {
    const lines = new LineIndex(body);
    const notes = read(body, ([start, end]) => lines.range(start, end));
    return (
      notes && {
        ...notes,
        links: notes.links.map(({ range, ...link }) => ({ ...link, at: range.start.offset, range })),
      }
    );
  }

  /** What both readers say of what may stand in prose and what may not, in whatever order. */
  function agree(pieces: readonly string[], numRuns: number) {
    let count = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const body = parts.join('');
        const prose = facts(body, readProse);
        if (prose === undefined) return;
        count++;
        const { links, pictures, tags, hasWords } = facts(body, readMarkdown) ?? {};
        expect(prose).toEqual({ links, pictures, tags, hasWords });
      }),
      { numRuns },
    );
    return count;
  }

  const link = [
    '[the report](https://x.test/a)',
    '[a](https://x.test/a)',
    '[ b, c ](http://x.test/a/https://x.test/a)',
  ];
  const text = [
    'word',
    'é',
    '1',
    ' ',
    '   ',
    '\n',
    '\n\n',
    '\r\n',
    ' – ',
    '. ',
    '1. ',
    '- ',
    '* ',
    '# ',
    '---',
    '===',
    '**',
    '_',
    '!',
  ];
  const mark = [
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '`',
    '```',
    '~~~',
    '    ',
    '\t',
    '|',
    ':',
    '//',
    '\\',
    '&amp;',
    '@',
    '"',
    '\r',
    '\0',
  ];

  test('and says the same', () => {
    expect(agree([...link, ...text], 5000)).toBeGreaterThan(2000);
    agree([...link, ...text, ...mark, 'https', 'x.test', '[a]: ', '|-|', '<a href=', '![a](https://x.test/a)'], 20_000);
  });

  test('with the place of each address', () => {
    const [first, second] = facts('A [b](https://x.test/) and\n- [c](https://x.test/).', readProse)?.links ?? [];
    expect([first?.at, second?.at]).toEqual([6, 33]);
  });

  test('but not where Markdown means something else', () => {
    const bodies = [
      '`a`',
      '<b>a</b>',
      '![a](https://x.test/)',
      '[a][1]',
      'a@x.test',
      'https://x.test',
      '- - - a',
      '> a',
      '    a',
    ];
    expect(bodies.map((body) => readProse(body, () => expect.fail()))).toEqual(bodies.map(() => undefined));
  });
});
