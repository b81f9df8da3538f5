import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appHtmlBlocks } from '../../src/text/app-html.ts';
import { sanitizeHtml } from '../../src/text/html.ts';
import { markdownToFeedBlocks, markdownToPageHtml } from '../../src/text/markdown.ts';
import { parseMarkdown, renderTokens } from '../../src/text/markdown-parser.ts';
import { cleanText } from '../../src/text/xml.ts';

const base = 'https://example.org/episodes/tide/';

const pieces = fc.constantFrom(
  ...[
    '# ',
    '###### ',
    '> ',
    '- ',
    '1. ',
    '7) ',
    '| a | b |\n|:-:|--|\n',
    '| "c" | *d* |',
    '\n\n',
    '\n',
    '  \n',
    '\\\n',
  ],
  ...[
    '    ',
    '\t',
    '**',
    '_',
    '*',
    '~~',
    '`',
    '``',
    '```\n',
    '```js x\n',
    '---\n',
    '===\n',
    '![',
    '[',
    '](',
    ')',
    '](x)',
  ],
  ...[
    ' "title")',
    '[a]: /b\n',
    '[a]',
    'https://',
    'http://',
    '//',
    'javascript:',
    'mailto:',
    'a@b.org',
    '?a=1&b=2',
    '#c',
  ],
  ...[
    '../',
    'tel:1',
    'data:x',
    '<https://a.org/>',
    '<b@c.org>',
    '&amp;',
    '&lt;',
    '&#106;',
    '&quot;',
    '"',
    "'",
    '<',
    '>',
  ],
  ...['&', ' ', '\u00a0', 'word', 'two words', '\\', ']]>', '\u2028', '(', '+', '.', '<b>', '</b>', '<img alt="'],
);
const markdown = fc
  .array(fc.oneof({ weight: 5, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('Markdown without HTML becomes, without a sanitiser, what it would become with one', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const html = renderTokens(parseMarkdown(cleanText(text)));
      const page = sanitizeHtml(html, { baseUrl: base, topHeading: 3, noopener: true });
      expect(markdownToPageHtml(text, base)).toBe(page.trim());
      expect(markdownToFeedBlocks(text, base)).toEqual(appHtmlBlocks(sanitizeHtml(html, { baseUrl: base })));
    }),
    { numRuns: 1000 },
  );
});

test.each([99, 300])('so does what is nested %i deep', (depth) => {
  const text = `${'> '.repeat(depth)}${'*a '.repeat(depth)}[b](/c)${' d*'.repeat(depth)}`;
  const page = sanitizeHtml(renderTokens(parseMarkdown(text)), { baseUrl: base, topHeading: 3, noopener: true });
  expect(markdownToPageHtml(text, base)).toBe(page.trim());
});
