import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublishedEpisode } from '../../src/model/project.ts';
import { describeEpisode } from '../../src/outputs/feed/description.ts';
import { notesOf } from '../../src/outputs/notes.ts';
import { markdownToFeedHtml } from '../../src/text/markdown.ts';
import { makeEpisode, makePodcast } from './podcast.ts';
import { channelOf, firstItemOf } from './render.ts';
import { parseXml, texts } from './xml-tree.ts';

function describeIt(episode: PublishedEpisode, footer?: string) {
  return describeEpisode(episode, makePodcast({ show: { footer }, episodes: [episode] }));
}

const chapters = ['Welcome', 'Early help', 'What next?'].map((title, index) => ({ startSeconds: index * 1900, title }));

describe('a description', () => {
  test('begins with the advisory and ends with the chapters', () => {
    const { html, whole } = describeIt(makeEpisode({ advisory: 'Contains *harm*.', notes: 'Notes.', chapters }));
    expect(html).toBe(
      '<p>Contains <em>harm</em>.</p>\n<p>Notes.</p>\n' +
        '<p>(00:00) Welcome<br />\n(31:40) Early help<br />\n(01:03:20) What next?</p>',
    );
    expect(whole).toBeUndefined();
  });

  test('lists no fewer than three chapters, and none that players do not list', () => {
    expect(describeIt(makeEpisode({ chapters: chapters.slice(0, 2) })).html).not.toContain('(00:00)');
    const silent = chapters.map((chapter, index) => ({ ...chapter, listed: index > 0 }));
    expect(describeIt(makeEpisode({ chapters: silent })).html).not.toContain('Early help');
  });

  test('is the summary where there are no notes but the footer', () => {
    const frontmatter = { summary: 'About <tides> & *time*, at https://example.org/a_b?c=1&d=2.' };
    const { html } = describeIt(makeEpisode({ notes: '', frontmatter }), 'Write to us.');
    expect(html).toBe(
      '<p>About &lt;tides&gt; &amp; *time*, at ' +
        '<a href="https://example.org/a_b?c=1&amp;d=2">https://example.org/a_b?c=1&amp;d=2</a>.</p>\n<p>Write to us.</p>',
    );
  });

  test('is the title where there is nothing else', () => {
    expect(describeIt(makeEpisode({ notes: '' })).html).toBe('<p>The night the tide forgot</p>');
    expect(describeIt(makeEpisode({ notes: '<script>x</script>' })).html).toBe('<p>The night the tide forgot</p>');
  });
});

describe('a summary in place of notes', () => {
  test.each([
    '1. May',
    '# One',
    '- dash',
    '+ plus',
    '> more',
    'a_b_c **d** `e` [f](g) ![h](i) <b> &amp; ~~j~~ \\',
    '12) x',
  ])('is shown as written: %s', (summary) => {
    const markdown = notesOf(makeEpisode({ notes: '', frontmatter: { summary } }));
    const escaped = summary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(markdownToFeedHtml(markdown, 'https://example.org/')).toBe(`<p>${escaped}</p>`);
  });
});

describe('a description that is too long', () => {
  const paragraph =
    'A paragraph of one hundred bytes or so, with an umlaut ü, a dash – and *some* [link](https://example.org/).';
  const notes = Array.from({ length: 40 }, (_, index) => `${index} part: ${paragraph}`).join('\n\n');

  test('is cut at a paragraph, with a link to the page; the whole follows it', () => {
    const episode = makeEpisode({ advisory: 'Contains accounts of harm.', notes });
    const { html, whole = '' } = describeIt(episode);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(4000);
    expect(Buffer.byteLength(html)).toBeGreaterThan(3700);
    const blocks = html.split('\n');
    expect(blocks.at(-1)).toBe(`<p>… <a href="${episode.pageUrl}">The night the tide forgot</a></p>`);
    expect(whole.startsWith(`${blocks.slice(0, -1).join('\n')}\n`)).toBe(true);
    expect(whole).toContain('39 part');

    const item = firstItemOf(makePodcast({ episodes: [episode] }));
    expect([texts(item, 'description'), texts(item, 'content:encoded')]).toEqual([[html], [whole]]);
    expect(item.children.findIndex(({ name }) => name === 'encoded')).toBeGreaterThan(
      item.children.findIndex(({ name }) => name === 'description'),
    );
  });

  test('keeps the footer and the chapters behind the link', () => {
    const footer = 'If this affected you, call 116 123.\n\nWrite to us.';
    const episode = makeEpisode({ notes, chapters });
    const { html, whole = '' } = describeIt(episode, footer);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(4000);
    const end = '\n<p>If this affected you, call 116 123.</p>\n<p>Write to us.</p>\n<p>(00:00) Welcome<br />\n';
    expect(html).toContain(`<p>… <a href="${episode.pageUrl}">The night the tide forgot</a></p>${end}`);
    expect(whole).toContain(end);
    expect(whole.slice(0, 1000)).toBe(html.slice(0, 1000));
  });

  test('and mostly footer, is cut like any other', () => {
    const { html } = describeIt(makeEpisode({ notes }), notes);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(4000);
    expect(html).toMatch(/forgot<\/a><\/p>$/);
  });

  test.each([
    ['words', 'word & word '.repeat(500)],
    ['a script without spaces', '風'.repeat(2000)],
    ['an emoji', '🫖'.repeat(1500)],
  ])('and is one block of %s, is cut within it', (_name, notes) => {
    const { html } = describeIt(makeEpisode({ notes }));
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(4000);
    expect(Buffer.byteLength(html)).toBeGreaterThan(3800);
    expect(html).not.toMatch(/\ufffd|\p{Cs}|&(?!amp;|lt;)|wo?r?<\/p>/u);
  });

  test('and is a list, is cut between its items', () => {
    const item = '- [a link](https://example.org/)\n  1. one\n  2. two\n';
    const { html } = describeIt(makeEpisode({ notes: `Intro\n\n${item.repeat(60)}` }));
    expect(Buffer.byteLength(html)).toBeGreaterThan(3800);
    expect(html).toMatch(
      /^<p>Intro<\/p>\n<ul>(?:<li><a href="https:\/\/example.org\/">a link<\/a><ol><li>one<\/li><li>two<\/li><\/ol><\/li>)+<\/ul>\n<p>… .*<\/p>$/,
    );
  });

  test('is well-formed and within the limit, whatever was cut', () => {
    const pieces = [
      'word ',
      '**',
      '_',
      '- item\n',
      '  1. deeper\n',
      '\n\n',
      '<b>',
      '</b>',
      '<ul><li>',
      '</ul>',
      '> ',
      '🫖',
      '&lt;',
    ];
    const parts = fc.array(fc.constantFrom(...pieces, 'x'.repeat(300), '[a](https://example.org/)'), { minLength: 3 });
    fc.assert(
      fc.property(parts, fc.array(fc.constantFrom(...pieces)), (notes, footer) => {
        const long = notes.join('').repeat(1 + Math.ceil(6000 / notes.join('').length));
        const episode = makeEpisode({ notes: long, chapters });
        const { html } = describeIt(episode, `Help: ${footer.join('')}`);
        expect(Buffer.byteLength(html)).toBeLessThanOrEqual(4000);
        expect(parseXml(`<notes>${html}</notes>`).text.trim()).toBe('');
      }),
    );
  });

  test('by a byte, not by a character', () => {
    const exactly = `${'ü'.repeat(1996)}x`;
    expect(describeIt(makeEpisode({ notes: exactly })).whole).toBeUndefined();
    expect(describeIt(makeEpisode({ notes: `${exactly}x` })).whole).toBeDefined();
  });

  test('of a show is cut in the same way', () => {
    const [description = ''] = texts(channelOf(makePodcast({ description: notes })), 'description');
    expect(Buffer.byteLength(description)).toBeLessThanOrEqual(4000);
    expect(description).toMatch(/<a href="https:\/\/podcast.example.org\/show\/">Tides &amp; Tales<\/a><\/p>$/);
  });
});
