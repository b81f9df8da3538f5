import { describe, expect, test } from 'vitest';
import { decodeFeed } from '../../src/feeds/decode-feed.ts';
import { parseFeedDate } from '../../src/feeds/feed-date.ts';
import { readFeed } from '../../src/feeds/read-feed.ts';
import { durationOf, yesNo } from '../../src/feeds/values.ts';
import { presentCategory } from '../../src/importers/old-categories.ts';
import { planImport } from '../../src/importers/plan.ts';
import { isPrivateAddress } from '../../src/node/private-addresses.ts';
import { formatIso } from '../../src/text/dates.ts';

test.each([
  ['Wed, 15 Jun 2022 19:00:00 +0100', '2022-06-15T19:00:00+01:00'],
  ['Mon, 15 Jun 2022 19:00:00 +0100', '2022-06-15T19:00:00+01:00'],
  ['15 Jun 22 19:00 EST', '2022-06-15T19:00:00-05:00'],
  ['Sat, 1 January 2011 09:05:07 PDT', '2011-01-01T09:05:07-07:00'],
  ['Wed, 03 Sept. 2014 8:00:00 GMT', '2014-09-03T08:00:00+00:00'],
  ['2016-02-29T10:00:00Z', '2016-02-29T10:00:00+00:00'],
  ['Thu, 01 Jan 1998 00:00:00', '1998-01-01T00:00:00+00:00'],
])('the date %s is %s', (text, iso) => {
  const date = parseFeedDate(text);
  expect(date && formatIso(date)).toBe(iso);
});

test.each(['yesterday', 'Wed, 31 Feb 2022 10:00:00 GMT', '', 'Wed, 15 Jun 2022 25:00:00 GMT'])(
  '"%s" is no date',
  (text) => {
    expect(parseFeedDate(text)).toBeUndefined();
  },
);

test('explicit and durations in all their spellings', () => {
  expect(['yes', 'Explicit', 'TRUE', 'no', 'clean', 'false', 'maybe', ''].map(yesNo)).toEqual([
    ...[true, true, true, false, false, false, undefined, undefined],
  ]);
  expect(['1831', '30:31', '0:30:31', '90:15', '1:2:3:4', 'half an hour', '0'].map(durationOf)).toEqual([
    ...[1831, 1831, 1831, 5415, undefined, undefined, undefined],
  ]);
});

test('categories of Apple from before 2019, and slips, find their place in the present tree', () => {
  expect(
    [
      'Science & Medicine > Natural Sciences',
      'Games & Hobbies > Video Games',
      'Technology > Podcasting',
      'Government',
    ].map(presentCategory),
  ).toEqual(['Science > Natural Sciences', 'Leisure > Video Games', 'Technology', 'Government']);
  expect(presentCategory('Quantum Knitting')).toBeUndefined();
});

const rss = (items: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Ä &amp; O</title>${channel}${items}</channel></rss>`;

describe('encodings', () => {
  test('what the server says goes before the declaration; Windows-1252 quotes survive; a mark goes before all', () => {
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><title>Caf\u00e9 \u0093x\u0094</title></channel></rss>',
      'latin1',
    );
    expect(readFeed(decodeFeed(latin).text)?.title).toBe('Café “x”');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rss(''), 'utf16le')]);
    expect(readFeed(decodeFeed(utf16).text)?.title).toBe('Ä & O');
    const wrong = Buffer.from(
      '<?xml version="1.0" encoding="UTF-8"?><rss><channel><title>Caf\u00e9</title></channel></rss>',
      'latin1',
    );
    expect(decodeFeed(wrong)).toMatchObject({ oddities: [expect.stringContaining('which it is not')] });
    expect(readFeed(decodeFeed(wrong).text)?.title).toBe('Café');
    const greek = Buffer.from([
      ...Buffer.from('<rss><channel><title>'),
      0xe1,
      ...Buffer.from('</title></channel></rss>'),
    ]);
    expect(readFeed(decodeFeed(greek, 'text/xml; charset=iso-8859-7').text)?.title).toBe('α');
  });
});

test('broken XML is read as apps read it, and named', () => {
  const feed = readFeed(
    rss(
      '<item><title>Q & A &eacute;\u0002</title><enclosure url="https://a.example/1.mp3"/><description><![CDATA[a ]]]]><![CDATA[> b]]></description>',
    ),
  );
  expect(feed?.items[0]).toMatchObject({ title: 'Q & A &eacute;\u0002', notes: 'a ]]> b' });
  expect(feed?.oddities).toHaveLength(4);
  for (const text of [
    '',
    '<',
    '<rss>',
    'no feed',
    '<html><body>Log in</body></html>',
    '<rss><channel/></rss>',
    '<a '.repeat(5000),
  ]) {
    expect(() => readFeed(text)).not.toThrow();
  }
});

test('a feed that lost its channel tag is read, and one that goes on elsewhere is not taken for whole', () => {
  const item = '<item><title>A</title><enclosure url="https://a.example/1.mp3"/></item>';
  const feed = readFeed(
    `<rss xmlns:a="http://www.w3.org/2005/Atom"><a:link rel="prev-archive" href="https://a.example/2"/>${item}</rss>`,
  );
  expect(feed).toMatchObject({ nextPageUrl: 'https://a.example/2', oddities: ['The tag <channel> is missing.'] });
  if (feed === undefined) throw new Error('the feed was not read');
  const { notices } = planImport(feed, { address: undefined, guid: undefined, withAudio: true, now: 0 });
  expect(notices.list()).toContainEqual(
    expect.objectContaining({ kind: 'missing', message: expect.stringContaining('goes on at https://a.example/2') }),
  );
});

test('prefixes may be any, and addresses relative', () => {
  const feed = readFeed(
    `<rss xmlns:i="http://www.itunes.com/DTDs/Podcast-1.0.dtd"><channel><i:explicit>clean</i:explicit>
     <item><enclosure url="a b.mp3"/><i:season>2</i:season></item></channel></rss>`,
    'https://host.example/shows/feed.xml',
  );
  expect(feed).toMatchObject({
    explicit: false,
    items: [{ season: 2, enclosures: [{ url: 'https://host.example/shows/a%20b.mp3' }] }],
  });
});

test('items that are odd are handled as apps handle them, and named', () => {
  const enclosure = '<enclosure url="https://a.example/1.mp3" length="5" type="audio/mpeg"/>';
  const item = (text: string) => `<item>${text}</item>`;
  const feed = readFeed(
    rss(
      [
        item(`<title>Twice</title><guid>g</guid><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate>${enclosure}`),
        item(
          `<title>Twice</title><guid>g</guid><pubDate>Sun, 04 Jan 2026 09:00:00 GMT</pubDate>${enclosure}${enclosure}`,
        ),
        item(`<title>con</title><pubDate>soon</pubDate>${enclosure.replace('1.mp3', '..%5C..%5Cnul.mp3')}`),
        item('<title>No audio</title><guid>h</guid>'),
        item(`<title>Tomorrow</title><guid>i</guid><pubDate>Tue, 04 Jan 2028 09:00:00 GMT</pubDate>${enclosure}`),
      ].join(''),
    ),
  );
  if (feed === undefined) throw new Error('the feed was not read');
  const plan = planImport(feed, {
    address: undefined,
    guid: undefined,
    withAudio: true,
    now: Date.parse('2026-06-01'),
  });
  expect(plan.episodes.map(({ path }) => path)).toEqual([
    'episodes/2026-01-05-twice.md',
    'episodes/2026-01-04-twice-2.md',
    'episodes/2028-01-04-file-con.md',
    'episodes/2028-01-04-tomorrow.md',
  ]);
  expect(plan.episodes.flatMap(({ downloads }) => downloads.map(({ path }) => path))).toEqual([
    ...['media/1.mp3', 'media/1-2.mp3', 'media/file-nul.mp3', 'media/1-3.mp3'],
  ]);
  expect(plan.episodes[1]?.render(new Set())).toContain('draft: true');
  expect(plan.episodes[2]?.render(new Set())).toContain('guid: https://a.example/..%5C..%5Cnul.mp3');
  const said = plan.notices.list().map(({ message, episodes }) => `${message} ${episodes.join()}`);
  for (const words of [
    /same guid|guid belongs to an episode above.* Twice/,
    /several enclosures.* Twice/,
    /"soon", which nobody can read.* con/,
    /no guid.* con/,
    /no audio.* No audio/,
    /dated in the future.* Tomorrow/,
    /no cover/,
  ]) {
    expect(said).toContainEqual(expect.stringMatching(words));
  }
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  'fd00::1',
  'fe80::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  'localhost',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
