import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/text/xml.ts';
import { makeEpisode, makePodcast, site } from './podcast.ts';
import { renderFeed } from './render.ts';
import { one, parseXml } from './xml-tree.ts';

const awkward = fc.constantFrom(
  ...[
    ']]>',
    ']]',
    '>',
    '<![CDATA[',
    '&amp;',
    '&amp;amp;',
    '&nbsp;',
    '&#0;',
    '<item>',
    '</item>',
    '</channel>',
    '"',
    "'",
  ],
  ...['<b>', '\u0000', '\u001f', '\ud800', '\udc00', '\ufffe', '\u0092', '\u0085', '\r\n', '\t', '  ', 'שלום', '👩‍👧'],
);

/** Any text at all, rich in what XML finds hard. It is never empty. */
const anyText = fc
  .array(
    fc.oneof(
      awkward,
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((parts) => `a${parts.join('')}z`);

test('whatever text is in whatever field, the feed is well-formed and a reader finds the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const podcast = podcastOf(text);
      const channel = one(parseXml(renderFeed(podcast)), 'channel');
      const item = one(channel, 'item');
      const line = cleanLine(text);
      expect([
        one(channel, 'title').text,
        one(one(channel, 'image'), 'title').text,
        one(channel, 'itunes:author').text,
        one(channel, 'podcast:person').text,
        one(channel, 'podcast:funding').text,
        one(channel, 'podcast:location').text,
        one(item, 'title').text,
        one(item, 'itunes:title').text,
        one(item, 'podcast:person').text,
        one(item, 'podcast:soundbite').text,
        one(item, 'podcast:season').attributes['name'],
        one(item, 'podcast:episode').attributes['display'],
        one(item, 'podcast:alternateEnclosure').attributes['title'],
        one(one(item, 'psc:chapters'), 'psc:chapter').attributes['title'],
      ]).toEqual(Array(14).fill(line));
      expect([one(item, 'guid').text, one(channel, 'podcast:txt').text, one(channel, 'copyright').text]).toEqual(
        Array(3).fill(cleanText(text)),
      );
    }),
    { numRuns: 300 },
  );
});

function podcastOf(text: string) {
  const plain = makeEpisode({
    guid: text,
    notes: text,
    advisory: text,
    people: [{ name: text, role: 'Guest', aliases: [] }],
    chapters: [{ startSeconds: 0, title: text }],
    frontmatter: { season: 1, episode: 1, soundbites: [{ start: 1, duration: 20, title: 'x' }] },
  });
  const episode = {
    ...plain,
    frontmatter: {
      ...plain.frontmatter,
      title: text,
      episodeName: text,
      soundbites: [{ start: 1, duration: 20, title: text }],
    },
    alternates: [{ ...plain.enclosure, title: text, bitrate: undefined, language: undefined }],
  };
  const podcast = makePodcast({ episodes: [episode], description: text, hosts: [{ name: text, aliases: [] }] });
  const show = {
    ...podcast.show,
    title: text,
    author: text,
    copyright: text,
    funding: [{ url: site, text }],
    location: { name: text },
    seasons: { '1': text },
    txt: [{ text }],
  };
  return { ...podcast, show };
}
