import { afterEach, describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { image, makeEpisode, makePodcast, richPodcast, site, zoned } from './podcast.ts';
import { channelOf, firstItemOf, itemsOf, renderFeed } from './render.ts';
import { all, one, parseXml, texts, type XmlElement } from './xml-tree.ts';

const namespaces = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
};

/** What a reader sees in the first episode when its title is `title`. */
function titleIn(title: string): string {
  return one(firstItemOf(makePodcast({ episodes: [makeEpisode({ frontmatter: { title } })] })), 'title').text;
}

function allElements(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(allElements)];
}

describe('the document', () => {
  test('begins with the declaration that Apple asks for, and ends with the root', () => {
    const xml = renderFeed(richPodcast());
    expect(xml.split('\n')[0]).toBe('<?xml version="1.0" encoding="UTF-8"?>');
    expect(xml.endsWith('</rss>\n')).toBe(true);
  });

  test('declares every namespace on the root with its usual prefix, and each tag is in its own', () => {
    const xml = renderFeed(richPodcast());
    const root = parseXml(xml);
    expect(root.name).toBe('rss');
    expect(root.attributes).toEqual({
      version: '2.0',
      ...Object.fromEntries(Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri])),
      'xmlns:psc': 'http://podlove.org/simple-chapters',
    });
    expect(xml.match(/xmlns/g)).toHaveLength(5);
    expect(new Set(allElements(root).map(({ prefix }) => prefix))).toEqual(
      new Set(['', 'itunes', 'podcast', 'atom', 'psc']),
    );
  });

  test('declares the namespace of Simple Chapters only where it is used', () => {
    expect(parseXml(renderFeed(makePodcast())).attributes).not.toHaveProperty('xmlns:psc');
  });

  test('has no tag of the older vocabularies that the feed package knows', () => {
    expect(renderFeed(richPodcast())).not.toMatch(/googleplay|dc:|itunes:(summary|subtitle|keywords)/);
  });

  test('tells of the channel before the first item', () => {
    const names = channelOf(richPodcast()).children.map(({ name }) => name);
    expect(names.slice(names.indexOf('item'))).toEqual(['item', 'item', 'item']);
  });

  test('goes to the file that the show names', () => {
    expect(renderFeed(makePodcast({ show: { feed: 'podcast.xml' } }))).toContain('<rss');
  });

  test('names the version of ppod that is installed', () => {
    expect(one(channelOf(makePodcast()), 'generator').text).toBe(`ppod ${packageJson.version}`);
  });
});

describe('dates', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("carry the author's own offset", () => {
    const summer = makeEpisode({ date: zoned('2026-06-15T18:00:00Z', 60) });
    const winter = makeEpisode({ slug: 'w', date: zoned('2026-01-05T09:05:07Z', 0) });
    const items = itemsOf(makePodcast({ episodes: [summer, winter] }));
    expect(items.flatMap((item) => texts(item, 'pubDate'))).toEqual([
      'Mon, 15 Jun 2026 19:00:00 +0100',
      'Mon, 05 Jan 2026 09:05:07 +0000',
    ]);
  });

  test('of the channel come from the content, so that the same podcast is the same bytes on any day', () => {
    const podcast = richPodcast();
    vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00Z') });
    const early = renderFeed(podcast);
    vi.setSystemTime(Date.parse('2040-06-01T00:00:00Z'));
    expect(renderFeed(podcast)).toBe(early);
    expect(texts(channelOf(podcast), 'lastBuildDate')).toEqual(['Mon, 15 Jun 2026 19:00:00 +0100']);
  });
});

describe('texts', () => {
  test('that show how to write a reference keep it', () => {
    const title = 'how to write &amp;';
    const xml = renderFeed(makePodcast({ show: { title }, episodes: [makeEpisode({ frontmatter: { title } })] }));
    expect(xml.match(/<title>how to write &amp;amp;<\/title>/g)).toHaveLength(3);
    expect(titleIn(title)).toBe(title);
  });

  test.each([
    ['a CDATA end, twice', 'a ]]> b ]]> c'],
    ['an emoji and its joiners', '👩‍👧 tea 🫖'],
    ['text from right to left', 'مرحبا بكم في البودكاست'],
    ['a space that does not break', 'No.\u00a05'],
    ['a reference that only HTML knows', 'fish &nbsp; chips'],
    ['what looks like a tag', '<b>bold</b> & "quoted"'],
    ['a decomposed letter', 'cafe\u0301'],
  ])('keep %s', (_name, title) => {
    expect(titleIn(title)).toBe(title);
  });

  test.each([
    ['control characters', 'a\u0000b\u0008c\u000bd', 'abcd'],
    ['halves of an emoji', 'a\ud83db\udc00c', 'abc'],
    ['code points that stand for nothing', 'a\ufffeb\uffffc\ufdd0d', 'abcd'],
    ['line ends in a title', 'two\r\nlines\tand more', 'two lines and more'],
    ['quotes that were read in the wrong encoding', '\u0093so\u0094', '“so”'],
  ])('lose %s', (_name, title, clean) => {
    expect(titleIn(title)).toBe(clean);
  });

  test('in attributes are escaped, as the feed package does not', () => {
    const podcast = makePodcast({
      show: { categories: ['Society & Culture > Places & Travel'], seasons: { 1: 'A < B & "C"' } },
      episodes: [makeEpisode({ frontmatter: { season: 1 } })],
    });
    const category = one(channelOf(podcast), 'itunes:category');
    expect(category.attributes).toEqual({ text: 'Society & Culture' });
    expect(one(category, 'itunes:category').attributes).toEqual({ text: 'Places & Travel' });
    expect(one(firstItemOf(podcast), 'podcast:season').attributes).toEqual({ name: 'A < B & "C"' });
  });

  test('of notes end no CDATA section', () => {
    const podcast = makePodcast({ episodes: [makeEpisode({ notes: 'a ]]> b ]]> c &nbsp; 👩‍👧' })] });
    expect(one(firstItemOf(podcast), 'description').text).toBe('<p>a ]]&gt; b ]]&gt; c \u00a0 👩‍👧</p>');
  });
});

describe('the channel', () => {
  test('keeps the e-mail address to itself unless the owner publishes it', () => {
    const email = 'podcast@example.org';
    expect(renderFeed(makePodcast({ show: { email } }))).not.toContain(email);
    const owner = one(channelOf(makePodcast({ show: { email, publishEmail: true } })), 'itunes:owner');
    expect(owner.children.map(({ name, text }) => [name, text])).toEqual([
      ['name', 'Harbour Partnership'],
      ['email', email],
    ]);
  });

  test('says nothing that directories would act on unless asked', () => {
    const xml = renderFeed(makePodcast());
    expect(xml).not.toMatch(
      /itunes:(block|complete|new-feed-url|owner)|rel="hub"|podcast:(podroll|txt|socialInteract)/,
    );
  });

  test('puts subcategories into their parent, the first category first', () => {
    const categories = ['Kids & Family > Parenting', 'Government', 'Kids & Family > Stories for Kids'];
    const found = all(channelOf(makePodcast({ show: { categories } })), 'itunes:category');
    expect(
      found.map(({ attributes, children }) => [attributes['text'], ...children.map((c) => c.attributes['text'])]),
    ).toEqual([['Kids & Family', 'Parenting', 'Stories for Kids'], ['Government']]);
  });

  test('has a picture for readers that know nothing of podcasts, with the title and link of the channel', () => {
    const channel = channelOf(makePodcast());
    const picture = one(channel, 'image');
    expect(texts(picture, 'title')).toEqual(texts(channel, 'title'));
    expect(texts(picture, 'link')).toEqual(texts(channel, 'link'));
    expect(texts(picture, 'url')).toEqual([`${site}media/cover.jpg`]);
  });

  test('links to itself and to the hub that is told of changes', () => {
    const links = all(channelOf(makePodcast({ show: { hub: 'https://hub.example.org/' } })), 'atom:link');
    expect(links.map(({ attributes }) => attributes)).toEqual([
      { href: `${site}feed.xml`, rel: 'self', type: 'application/rss+xml' },
      { href: 'https://hub.example.org/', rel: 'hub' },
    ]);
  });

  test('asks other hosts not to take the feed, or lets them', () => {
    expect(texts(channelOf(makePodcast()), 'podcast:locked')).toEqual(['yes']);
    expect(texts(channelOf(makePodcast({ show: { locked: false } })), 'podcast:locked')).toEqual(['no']);
  });

  test('is never without a description', () => {
    expect(one(channelOf(makePodcast({ description: '' })), 'description').text).toBe('<p>Tides &amp; Tales</p>');
  });

  test('gives an unknown licence by its name and a known one in its usual spelling', () => {
    const licence = (license: string) => one(channelOf(makePodcast({ show: { license } })), 'podcast:license');
    expect(licence('cc-by-nc-4.0')).toMatchObject({ text: 'CC-BY-NC-4.0', attributes: {} });
    expect(licence('Our own terms')).toMatchObject({ text: 'Our own terms', attributes: {} });
  });
});

describe('an item', () => {
  test('keeps a guid byte for byte', () => {
    const guid = 'HTTPS://Old.Host/?p=12&x=<é>';
    const item = firstItemOf(makePodcast({ episodes: [makeEpisode({ guid })] }));
    expect(one(item, 'guid')).toMatchObject({ text: guid, attributes: { isPermaLink: 'false' } });
  });

  test('has one enclosure: address, bytes and type of the file', () => {
    expect(one(firstItemOf(makePodcast()), 'enclosure').attributes).toEqual({
      url: `${site}media/tide.mp3`,
      length: '22123456',
      type: 'audio/mpeg',
    });
  });

  test.each([
    [1843.6, '1844'],
    [0.2, '1'],
  ])('of %d seconds has a duration of %s', (durationSeconds, duration) => {
    const episode = makeEpisode();
    const { enclosure } = episode;
    const timed = { ...episode, enclosure: { ...enclosure, audio: { ...enclosure.audio, durationSeconds } } };
    expect(texts(firstItemOf(makePodcast({ episodes: [timed] })), 'itunes:duration')).toEqual([duration]);
  });

  test('names everyone again, for its people replace those of the channel', () => {
    const people = [
      { name: 'Sam Field', role: 'Host', aliases: [] },
      { name: 'Kim Long', role: 'EDITOR', group: 'Video Post-Production', aliases: [] },
      { name: 'Jo Hill', role: 'Lamp lighter', aliases: [] },
    ];
    const tags = all(firstItemOf(makePodcast({ episodes: [makeEpisode({ people })] })), 'podcast:person');
    expect(tags.map(({ text, attributes }) => ({ text, ...attributes }))).toEqual([
      { text: 'Sam Field', role: 'host', group: 'cast' },
      { text: 'Kim Long', role: 'editor', group: 'video post-production' },
      { text: 'Jo Hill', role: 'lamp lighter' },
    ]);
  });

  test('is a trailer in the channel too', () => {
    const podcast = richPodcast();
    expect(one(channelOf(podcast), 'podcast:trailer')).toMatchObject({
      text: 'Coming soon',
      attributes: { pubdate: 'Mon, 01 Dec 2025 09:00:00 +0000', url: `${site}media/trailer.mp3`, season: '1' },
    });
    expect(itemsOf(podcast).flatMap((item) => texts(item, 'itunes:episodeType'))).toContain('trailer');
  });

  test('asks apps for no comments where the show wants none', () => {
    const podcast = makePodcast({ show: { comments: false } });
    for (const element of [channelOf(podcast), firstItemOf(podcast)]) {
      expect(one(element, 'podcast:socialInteract').attributes).toEqual({ protocol: 'disabled' });
    }
  });

  test('has a picture of its own when the episode has', () => {
    const item = firstItemOf(makePodcast({ episodes: [makeEpisode({ artwork: image('quay.png', 1400) })] }));
    expect(one(item, 'itunes:image').attributes).toEqual({ href: `${site}media/quay.png` });
    expect(one(item, 'podcast:image').attributes).toMatchObject({ width: '1400', type: 'image/png' });
  });

  test('has no transcript or chapters tag without a file behind it', () => {
    expect(renderFeed(makePodcast())).not.toMatch(/podcast:(transcript|chapters)|psc:/);
  });
});
