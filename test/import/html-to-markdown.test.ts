import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlWords } from '../../src/feeds/html-words.ts';
import { htmlToMarkdown } from '../../src/importers/html-to-markdown.ts';
import { markdownToFeedHtml } from '../../src/text/markdown.ts';

const published = (html: string) =>
  markdownToFeedHtml(htmlToMarkdown(html, 'https://example.org/12').markdown, 'https://example.org/12');

test.each([
  ['<p>Two <strong>bold</strong> and <em>soft</em> words</p><p>More</p>', 'Two **bold** and *soft* words\n\nMore'],
  ['<p><b>Note:</b>it is beside letters</p>', '<strong>Note:</strong>it is beside letters'],
  ['<a href="/about">About us </a>now', '[About us](https://example.org/about) now'],
  ['<a href="https://a.example/x">https://a.example/x</a>', '<https://a.example/x>'],
  ['<ul><li>One</li><li><p>Two</p><ul><li>Inner</li></ul></li></ul>', '- One\n- Two\n  - Inner'],
  ['<ol start="3"> <li>C</li>\n<li>D</li> </ol>', '3. C\n4. D'],
  ['<ul>stray<li>item</li></ul>', '- stray\n- item'],
  ['<h2>Links</h2>1. not a list', '## Links\n\n1\\. not a list'],
  ['<blockquote><p>Said</p><p>so</p></blockquote>', '> Said\n>\n> so'],
  ['line<br>break<br/><br>paragraph', 'line\\\nbreak\n\nparagraph'],
  ['Plain * text\nwith lines\n\n# and no tags', 'Plain \\* text\\\nwith lines\n\n\\# and no tags'],
  ['Tom &amp; Jerry &lt;3 a_b _c_', 'Tom & Jerry \\<3 a_b \\_c\\_'],
  ['See <b>https://a.example/b_c</b><br>or not', 'See **<https://a.example/b_c>**\\\nor not'],
])('%s', (html, markdown) => {
  expect(htmlToMarkdown(html, 'https://example.org/12').markdown).toBe(markdown);
});

test('what Markdown has no word for stays as HTML and is named; what acts goes and is named', () => {
  const { markdown, kept, dropped } = htmlToMarkdown(
    '<p>H<sub>2</sub>O</p><table><tr><td>1</td></tr>\n\n<tr><td>2</td></tr></table><script>alert(1)</script><iframe src="https://x.example"></iframe>',
  );
  expect(markdown).toContain('H<sub>2</sub>O');
  expect(markdown).toMatch(/<table>[\s\S]*<\/table>/);
  expect(markdown).not.toMatch(/\n\s*\n<tr>|alert|iframe/);
  expect(kept).toEqual(['sub', 'table']);
  expect(dropped).toEqual(['script', 'iframe']);
});

test('no words are lost or added on the way through Markdown into the feed, whatever the signs in them', () => {
  const words = fc.stringMatching(/^[\w*_#>+\-=.()[\]!&|~`\\:;'"/ éß]{1,40}$/);
  const tag = fc.constantFrom('p', 'b', 'em', 'li', 'h3', 'div', 'span', 'blockquote');
  const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const html = fc
    .array(fc.tuple(tag, words), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map(([name, text]) => `<${name}>${escapeText(text)}</${name}> `).join(''));
  fc.assert(
    fc.property(html, (source) => {
      expect(htmlWords(published(source))).toBe(htmlWords(source));
    }),
    { numRuns: 300 },
  );
});

test('any text at all is converted without a fault', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void htmlToMarkdown(text)));
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', '>', 'ul', '/li', 'a href=', '"', '&', '`', '\n', 'x')),
      (parts) => void published(parts.join('')),
    ),
  );
});

test('notes made to choke a reader are read in no time, their words kept', () => {
  for (const part of ['<br>', '<b> </b>', '<b>', '<div>', '<ul><li>', '  ', '*_[`', '&nbsp;']) {
    const { markdown } = htmlToMarkdown(`<p>begin</p>${part.repeat(20_000)}end`);
    expect(markdown).toContain('begin');
    expect(markdown).toContain('end');
  }
});
