import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { appHtmlBlocks } from '../../src/text/app-html.ts';
import { markdownToFeedHtml, markdownToHtml, markdownToPageHtml, markdownToText } from '../../src/text/markdown.ts';
import { parseXml } from './xml-tree.ts';

const base = 'https://example.org/episodes/tide/';

describe('notes for podcast apps', () => {
  test.each([
    ['a heading', '## Help *now*', '<p><strong>Help <em>now</em></strong></p>'],
    ['a quotation', '> one\n>\n> two', '<p>one</p>\n<p>two</p>'],
    [
      'a table',
      '| Line | Number |\n|--|--|\n| Help | 116 |',
      '<p><strong>Line</strong> – <strong>Number</strong></p>\n<p>Help – 116</p>',
    ],
    ['a picture', 'See ![a map of the quay](map.png).', '<p>See <em>a map of the quay</em>.</p>'],
    ['a picture without words', 'See ![](map.png).', '<p>See .</p>'],
    ['code', '```\na < b\nc\n```', '<p>a &lt; b<br />c</p>'],
    [
      'lists in lists',
      '1. one\n   - a\n   - b\n2. two',
      '<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two</li></ol>',
    ],
    ['paragraphs in a list', '- one\n\n  more\n- two', '<ul><li>one<br />more</li><li>two</li></ul>'],
    ['a forced line', 'one  \ntwo', '<p>one<br />two</p>'],
    ['a soft line', 'one\ntwo', '<p>one two</p>'],
    ['bold over paragraphs', '<b>one<p>two</p>three</b>', '<p><b>one</b></p>\n<p><b>two</b></p>\n<p><b>three</b></p>'],
    ['a rule', 'one\n\n---\n\ntwo', '<p>one</p>\n<p>two</p>'],
    ['a reference of HTML', 'fish&nbsp;&amp; chips &copy;', '<p>fish\u00a0&amp; chips ©</p>'],
    ['an item outside a list', '<li>one</li>', '<p>one</p>'],
    ['emptiness', ' \n\n<p></p><ul><li></li></ul>', ''],
  ])('%s', (_name, markdown, html) => {
    expect(markdownToFeedHtml(markdown, base)).toBe(html);
  });

  test.each([
    ['[a](../../about/)', `<a href="https://example.org/about/">a</a>`],
    ['[a](?b=1&c=2)', `<a href="${base}?b=1&amp;c=2">a</a>`],
    ['[a](//example.com/x)', '<a href="https://example.com/x">a</a>'],
    ['https://www.gov.uk/a', '<a href="https://www.gov.uk/a">https://www.gov.uk/a</a>'],
    ['me@example.org', '<a href="mailto:me@example.org">me@example.org</a>'],
    ['[call](tel:+44116123)', '<a href="tel:+44116123">call</a>'],
    ['see notes.md and gov.uk', 'see notes.md and gov.uk'],
  ])('the link in %s', (markdown, html) => {
    expect(markdownToFeedHtml(markdown, base)).toBe(`<p>${html}</p>`);
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '<a href="java&#115;cript:alert(1)">a</a>',
    '<a href=" javascript:alert(1)">a</a>',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '<a onclick="alert(1)">a</a>',
    '<a href="https://[">a</a>',
    'a<script>alert(1)</script>',
    'a<style>p{}</style>',
    'a<iframe src="https://example.com">x</iframe>',
    'a<svg><script>alert(1)</script></svg>',
    'a<img src=x onerror=alert(1)>',
    'a<object data=x>y</object>',
    'a<!-- secret -->',
  ])('%s leaves the word alone', (markdown) => {
    expect(markdownToFeedHtml(markdown, base)).toBe('<p>a</p>');
    expect(markdownToPageHtml(markdown, base).replace(/^<p>|<\/p>$/g, '')).toBe('a');
  });
});

describe('notes for pages', () => {
  test('keep their shape', () => {
    const markdown = '> quote\n\n| a |\n|--|\n| b |\n\n`code`\n\n1. one';
    expect(markdownToPageHtml(markdown, base).replaceAll('\n', '')).toBe(
      '<blockquote><p>quote</p></blockquote>' +
        '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>' +
        '<p><code>code</code></p><ol><li>one</li></ol>',
    );
  });

  test("put headings below the page's own", () => {
    expect(markdownToPageHtml('# a\n\n## b\n\n###### c', base)).toBe('<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>');
    expect(markdownToPageHtml('# a', base, { topHeading: 2 })).toBe('<h2>a</h2>');
  });

  test('load nothing, name nothing and style nothing', () => {
    const markdown = '<p id="main" class="x" style="color:red">a <img src="https://example.com/x.png" alt="b"></p>';
    expect(markdownToPageHtml(markdown, base)).toBe('<p>a <em>b</em></p>');
  });

  test('let no linked page reach back', () => {
    expect(markdownToPageHtml('[a](https://example.com/)', base)).toBe(
      '<p><a href="https://example.com/" rel="noopener">a</a></p>',
    );
  });
});

describe('notes as plain text', () => {
  test('keep words and line ends', () => {
    const markdown = '# Help\n\nCall **now** & [read](https://example.com) \\<this>:\n\n- one\n- two  \nmore';
    expect(markdownToText(markdown)).toBe('Help\n\nCall now & read <this>:\n\none\ntwo\nmore');
  });

  test('have nothing of scripts', () => {
    expect(markdownToText('a<script>alert(1)</script>')).toBe('a');
  });
});

const tokens = fc.constantFrom(
  ...[
    '# ',
    '> ',
    '- ',
    '1. ',
    '| a | b |\n|--|--|\n',
    '\n\n',
    '\n',
    '  \n',
    '    ',
    '**',
    '_',
    '~~',
    '`',
    '```\n',
    '![',
    '[',
  ],
  ...[
    '](',
    ')',
    '<',
    '>',
    '<a href="',
    '">',
    '</a>',
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '</ul>',
    '<p>',
    '<table><tr><td>',
    '<h1>',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<img src=x onerror=',
    'javascript:',
    '//example.com',
    'https://',
    '&amp;',
    '&lt;',
  ],
  ...['&#106;', ']]>', '<!--', '-->', '<![CDATA[', '\u0000', '\ud800', 'word'],
);
const anyMarkdown = fc
  .array(fc.oneof(tokens, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

const appTags = /^(?:p|ol|ul|li|a|br|b|i|strong|em)$/;

test('whatever the notes, apps get well-formed HTML of the tags they accept, and safe links', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const root = parseXml(`<notes>${markdownToFeedHtml(markdown, base)}</notes>`);
      expect(root.text.trim()).toBe('');
      for (const { name, href, others } of tagsOf(markdownToFeedHtml(markdown, base))) {
        expect(name).toMatch(appTags);
        expect(others).toEqual([]);
        if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
      }
    }),
    { numRuns: 400 },
  );
});

test('whatever the notes, pages get no tag and no attribute that could act', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      for (const { name, href, others } of tagsOf(markdownToPageHtml(markdown, base))) {
        expect(name).toMatch(
          /^(?:p|blockquote|pre|hr|[uod]l|li|d[td]|h[3-6]|table|caption|t(?:head|body|foot|r|h|d)|a|br|b|i|strong|em|s|del|su[bp]|code|q|cite)$/,
        );
        expect(['rel', 'scope', 'start', 'colspan', 'rowspan']).toEqual(expect.arrayContaining(others));
        if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
      }
    }),
    { numRuns: 400 },
  );
});

test('whatever the notes, the feed makes the same of the HTML of a page as of any other', () => {
  const heading = fc.constantFrom('<h2>', '</h2>', '<h5>', '</h5>', '<h6>', '</h1>', '<div>', '&nbsp;', '</p>');
  const markdown = fc.tuple(anyMarkdown, fc.array(heading), anyMarkdown).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(markdown, (text) => {
      const other = appHtmlBlocks(markdownToHtml(text, base, { topHeading: 1 }));
      expect(appHtmlBlocks(markdownToHtml(text, base))).toEqual(other);
    }),
    { numRuns: 400 },
  );
});

function tagsOf(html: string) {
  const tags: { name: string; href: string | undefined; others: string[] }[] = [];
  const parser = new Parser({
    onopentag: (name, { href, ...others }) => tags.push({ name, href, others: Object.keys(others) }),
  });
  parser.end(html);
  return tags;
}
