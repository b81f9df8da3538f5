import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { hostileShow } from './hostile-show.ts';
import { episode, longTranscript, podcast, transcript, wholeShow } from './podcast.ts';
import { render, renderPages } from './render.ts';

const shows = { 'a whole show': wholeShow(), 'a show of hostile texts': hostileShow(), 'an empty show': podcast([]) };

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Preact closes void elements, as HTML allows.
    'void-style': ['error', { style: 'selfclosing' }],
    // Files of the same site need no proof of their origin.
    'require-sri': ['error', { target: 'crossorigin' }],
    // HTML allows any id without spaces; `t=75` makes links to moments work without the player's script.
    'valid-id': ['error', { relaxed: true }],
    // Titles are the show's; their length is the business of a rule of ppod's own.
    'long-title': 'off',
  },
});

test('a link in words that all episodes share leads to the same place from every page', () => {
  const footer = '[Where to find help](help/)';
  const show = podcast([episode('one', {}), episode('two', {})], { show: { footer } });
  const pages = new Map(renderPages(show));
  for (const slug of ['one', 'two']) {
    expect(pages.get(`episodes/${slug}/index.html`)).toContain(`href="${show.site}help/"`);
  }
});

describe.each(Object.entries(shows))('%s', (_name, show) => {
  const files = render(show);
  const htmlPages = [...renderPages(show)];
  const anchors = new Map(htmlPages.map(([path, html]) => [path, new Set(idsOf(html))]));

  test.each(htmlPages)('%s is valid HTML', async (_path, html) => {
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message, selector }) => `${selector}: ${message}`)),
    ).toEqual([]);
  });

  test.each(htmlPages)('every link of %s that stays on the site leads somewhere', (path, html) => {
    const episodeFolders = show.episodes.map(({ slug }) => `episodes/${slug}/`);
    const others = ['feed.xml', ...show.episodes.map(({ enclosure }) => enclosure.path), show.artwork.path];
    const transcripts = ['html', 'txt', 'vtt', 'srt', 'json'].flatMap((type) =>
      episodeFolders.map((folder) => `${folder}transcript.${type}`),
    );
    const known = new Set([...files.keys(), ...others, ...transcripts]);
    const lost = linksOf(html).filter((link) => {
      const url = new URL(link, `${show.site}${encodeURI(path)}`);
      if (!url.href.startsWith(show.site)) return false;
      const target = decodeURIComponent(url.href.slice(show.site.length).replace(/#.*$/, ''));
      const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
      const isMomentMissing =
        url.hash !== '' && anchors.get(file)?.has(decodeURIComponent(url.hash.slice(1))) === false;
      return !known.has(file) || isMomentMissing;
    });
    expect(lost).toEqual([]);
  });

  test.each(htmlPages)('%s asks no other host for anything', (_path, html) => {
    for (const address of requestsOf(html)) expect(address).not.toMatch(/^(?:[a-z]+:)?\/\//i);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none';`);
  });
});

describe('hostile texts', () => {
  test('stay texts', () => {
    for (const html of renderPages(hostileShow()).values()) {
      expect(html).not.toMatch(/<script>|<img src=x|href="javascript:/);
      expect(html.match(/<\/script>/g) ?? []).toHaveLength((html.match(/<script\b/g) ?? []).length);
    }
  });

  test('leave the data for search engines whole', () => {
    const html = render(hostileShow()).get('episodes/hostile/index.html') ?? '';
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      name: expect.stringContaining('</script><script>alert("1")</script> & <b>bold</b>'),
    });
  });
});

describe('an episode page', () => {
  const timed = render(wholeShow()).get('episodes/timed/index.html') ?? '';
  const untimed = render(wholeShow()).get('episodes/untimed/index.html') ?? '';

  test('gives the content advisory before anything else', () => {
    const main = timed.slice(timed.indexOf('<main'));
    const advisory = main.indexOf('This episode describes a flood.');
    expect(advisory).toBeGreaterThan(0);
    for (const later of ['<h1', '<audio', 'tide tables', 'Welcome'])
      expect(main.indexOf(later)).toBeGreaterThan(advisory);
  });

  test('never plays or fetches audio by itself', () => {
    expect(timed).toMatch(/<audio controls preload="none" src="\.\.\/\.\.\/media\/timed\.wav"/);
    expect(timed).not.toContain('autoplay');
  });

  test('names speakers, and links the times that were measured', () => {
    expect(timed).toContain('<strong dir="auto">Ade Okoro</strong><span dir="auto">Harbour Board</span>');
    expect(timed).toContain('<a class="moment" dir="auto" href="#t=3">');
    expect(timed).toContain('<span data-start="6">Today we talk');
    expect(untimed).toContain('<strong dir="auto">Ade Okoro</strong>');
    expect(untimed).not.toMatch(/data-start|class="moment"/);
  });

  test('offers the forms of the transcript that are there', () => {
    expect(timed).toMatch(/href="transcript\.vtt".*href="transcript\.srt".*href="transcript\.json"/);
    expect(untimed).toMatch(/href="transcript\.html".*href="transcript\.txt"/);
    expect(untimed).not.toMatch(/transcript\.(?:vtt|srt|json)/);
  });

  test('keeps every word of the transcript in its order, chapters or not', () => {
    const words = transcript({ isTimed: true }).turns.flatMap(({ paragraphs }) =>
      paragraphs.flat().map(({ text }) => text),
    );
    for (const html of [timed, untimed]) {
      const places = words.map((text) => html.indexOf(text));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  test('leads to the episodes before and after it', () => {
    expect(untimed).toMatch(/rel="prev" href="\.\.\/\.\.\/episodes\/trailer\/"/);
    expect(untimed).toMatch(/rel="next" href="\.\.\/\.\.\/episodes\/timed\/"/);
  });

  test('plays the copy of its own site, past an analytics prefix', () => {
    const counted = episode('counted');
    const url = 'https://op3.example/e/podcast.example.org/the-tide/media/counted.wav';
    const show = podcast([{ ...counted, enclosure: { ...counted.enclosure, url } }], {
      show: { audioPrefix: 'https://op3.example/e/' },
    });
    expect(render(show).get('episodes/counted/index.html')).toContain('src="../../media/counted.wav"');
  });

  test('allows audio from another host, and nothing else from there', () => {
    const remote = episode('remote');
    const url = 'https://media.example.net/remote.mp3';
    const html = render(podcast([{ ...remote, enclosure: { ...remote.enclosure, url } }])).get(
      'episodes/remote/index.html',
    );
    expect(html).toContain(`src="${url}"`);
    expect(html).toContain("media-src 'self' https:;");
    expect(html).toContain("img-src 'self';");
  });

  test('weighs under 60 kB compressed with the transcript of an hour', () => {
    const hour = podcast([episode('hour', { published: { transcript: longTranscript({ hours: 1 }) } })]);
    const files = render(hour);
    const parts = [...files]
      .filter(([path]) => /^assets\/|hour\/index/.test(path))
      .map(([, text]) => gzipSync(text).length);
    expect(parts).toHaveLength(4);
    expect(parts.reduce((total, bytes) => total + bytes, 0)).toBeLessThan(60_000);
  });
});

describe('the show page', () => {
  test('tells how to follow the show', () => {
    const html = render(wholeShow()).get('index.html') ?? '';
    expect(html).toMatch(/<input id="feed-address"[^>]* value="https:\/\/podcast\.example\.org\/the-tide\/feed\.xml"/);
    expect(html).toContain('>Apple Podcasts</a>');
    expect(html).toContain('>Pocket Casts</a>');
    expect(html).toContain('<link rel="alternate" type="application/rss+xml" title="The Tide Table" href="feed.xml"/>');
  });

  test('groups episodes by season, newest first', () => {
    const html = render(wholeShow()).get('index.html') ?? '';
    const places = ['Season 2', 'The oldest page', 'Season 1: Low water', 'About untimed'].map((text) =>
      html.lastIndexOf(text),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('leads to the first episode of a serial', () => {
    const serial = { ...wholeShow(), show: { ...wholeShow().show, type: 'serial' as const } };
    expect(render(serial).get('index.html')).toMatch(
      /<a href="episodes\/untimed\/">Start with the first episode: <span dir="auto">About untimed</,
    );
    expect(render(wholeShow()).get('index.html')).not.toContain('Start with');
  });

  test('spreads many episodes over pages', () => {
    const many = podcast(Array.from({ length: 120 }, (_, index) => episode(`e${index}`)));
    const files = render(many);
    expect([...files.keys()].filter((path) => path.startsWith('page/'))).toEqual([
      'page/2/index.html',
      'page/3/index.html',
    ]);
    expect(files.get('page/2/index.html')).toContain('href="../../episodes/e50/"');
    expect(files.get('page/2/index.html')).toMatch(/rel="next" href="\.\.\/\.\.\/page\/3\/"/);
    const list = /<nav class="pages".*?<\/nav>/s.exec(files.get('page/2/index.html') ?? '')?.[0] ?? '';
    expect(list.match(/href="[^"]*"/g)).toHaveLength(5);
    expect(list).toMatch(/href="\.\.\/\.\.\/page\/2\/" aria-current="page"/);
    expect(files.get('sitemap.xml')).toContain('https://podcast.example.org/the-tide/page/3/');
  });
});

test('photos of people are shown when they are files of the show, and never fetched from elsewhere', () => {
  const picture = {
    ...podcast([]).artwork,
    path: 'media/ade-1.jpg',
    url: 'https://podcast.example.org/the-tide/media/ade-1.jpg',
  };
  const people = [
    { name: 'Ade Okoro', image: picture.url, aliases: [] },
    { name: 'Robin Marsh', image: 'https://elsewhere.example/robin.jpg', aliases: [] },
  ];
  const files = render(podcast([episode('x', { published: { people, pictures: [picture] } })]));
  expect(files.get('episodes/x/index.html')).toContain('<img src="../../media/ade-1.jpg"');
  expect(files.get('people/ade-okoro/index.html')).toContain('<img src="../../media/ade-1.jpg"');
  for (const html of files.values()) expect(html).not.toContain('elsewhere.example/robin.jpg"');
});

test('a page for a person lists their episodes', () => {
  const html = render(wholeShow()).get('people/ade-okoro/index.html') ?? '';
  expect(html).toContain('Guest, Harbour Board');
  expect(html).toContain('href="../../episodes/timed/"');
  expect(html).not.toContain('episodes/trailer/');
});

test('people whose names make the same address get pages of their own', () => {
  const people = ['Zoë Dunn', 'Zoe Dunn', '…'].map((name) => ({ name, aliases: [] }));
  const paths = [...render(podcast([episode('x', { published: { people } })])).keys()];
  expect(paths.filter((path) => path.startsWith('people/'))).toEqual([
    'people/zoe-dunn/index.html',
    'people/zoe-dunn-2/index.html',
    'people/person/index.html',
  ]);
});

test('a withdrawn episode leaves a notice at its address, and none in the sitemap', () => {
  const files = render(wholeShow());
  expect(files.get('episodes/gone/index.html')).toContain('This episode has been withdrawn.');
  expect(files.get('episodes/gone/index.html')).toContain('<meta name="robots" content="noindex"/>');
  expect(files.get('sitemap.xml')).not.toContain('gone');
});

test('404.html finds its way from any depth', () => {
  const html = render(wholeShow()).get('404.html') ?? '';
  for (const link of linksOf(html)) expect(link).toMatch(/^\/the-tide\/|^#|^mailto:/);
});

test('`pages: false` writes no page, and the hosting files all the same', () => {
  const files = render(podcast([episode('x')], { show: { pages: false } }));
  expect([...files.keys()]).toEqual(['robots.txt', '_headers', '.nojekyll']);
});

test('one rule of _headers fits each address that is no page, and none fits a page', () => {
  const show = { ...wholeShow(), show: { ...wholeShow().show, search: true } };
  const rules = (render(show).get('_headers') ?? '').split('\n').filter((line) => line.startsWith('/'));
  const patterns = rules.map(
    (rule) => new RegExp(`^${rule.replace(/[.+?]/g, '\\$&').replace(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`),
  );
  const fitting = (address: string) => patterns.filter((pattern) => pattern.test(`/${address}`));
  const transcripts = ['html', 'txt', 'vtt', 'srt', 'json'].map((type) => `episodes/timed/transcript.${type}`);
  const index = ['pagefind.js', 'pagefind-entry.json', 'fragment/en_1.pf_fragment', 'index/en_1.pf_index'];
  const others = ['feed.xml', 'media/a.mp3', 'theme/own.css', 'episodes/timed/chapters.json', ...transcripts];
  for (const address of [...others, ...index.map((name) => `search/pagefind/${name}`)])
    expect(fitting(address), address).toHaveLength(1);
  for (const path of render(show).keys()) {
    const isPage = /\.html$|^(?:sitemap\.xml|robots\.txt|_headers|\.nojekyll)$/.test(path);
    expect(fitting(path.replace(/index\.html$/, '')), path).toHaveLength(isPage ? 0 : 1);
  }
});

test('the feed is announced as what a browser shows, not as what it saves or prints', () => {
  expect(render(wholeShow()).get('_headers')).toContain('/feed.xml\n  Content-Type: application/xml; charset=utf-8\n');
});

function attributesOf(html: string, visit: (tag: string, attributes: Record<string, string>) => void): void {
  const parser = new Parser({ onopentag: visit });
  parser.end(html);
}

function linksOf(html: string): readonly string[] {
  const links: string[] = [];
  attributesOf(html, (_tag, { href, src }) => links.push(...[href, src].filter((link) => link !== undefined)));
  return links;
}

/** What a browser fetches by itself: everything with a `src`, and the links of the head that it obeys. */
function requestsOf(html: string): readonly string[] {
  const requests: string[] = [];
  attributesOf(html, (tag, { src, srcset, poster, rel, href }) => {
    requests.push(...[src, srcset, poster].filter((address) => address !== undefined));
    if (tag === 'link' && href !== undefined && !/canonical|alternate/.test(rel ?? '')) requests.push(href);
  });
  return requests;
}

function idsOf(html: string): readonly string[] {
  const ids: string[] = [];
  attributesOf(html, (_tag, { id }) => {
    if (id !== undefined) ids.push(id);
  });
  return ids;
}
