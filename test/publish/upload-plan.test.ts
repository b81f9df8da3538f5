import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathsNamedBy, planUploads } from '../../src/pipeline/upload-plan.ts';

const stagesOf = (paths: readonly string[], feed = 'feed.xml') =>
  planUploads(paths, feed, 'p/').map((stage) => stage.map(({ key }) => key));

test('what names others goes after what it names', () => {
  expect(
    stagesOf([
      'feed.xml',
      'sitemap.xml',
      'index.html',
      'theme/fonts/a.woff2',
      'search/pagefind/pagefind-entry.json',
      'search/pagefind/fragment/en_1.pf_fragment',
      'episodes/x/transcript.html',
      'media/x.mp3',
      '.nojekyll',
      '_headers',
    ]),
  ).toEqual([
    ['p/media/x.mp3'],
    ['p/episodes/x/transcript.html', 'p/search/pagefind/fragment/en_1.pf_fragment', 'p/theme/fonts/a.woff2'],
    ['p/index.html', 'p/search/pagefind/pagefind-entry.json', 'p/sitemap.xml'],
    ['p/feed.xml'],
  ]);
  expect(stagesOf(['feed.xml', 'podcast.rss'], 'podcast.rss').at(-1)).toEqual(['p/podcast.rss']);
});

test('names in the store are composed, as addresses are', () => {
  expect(stagesOf(['media/Cafe\u0301.mp3']).flat()).toEqual(['p/media/Caf\u00e9.mp3']);
});

test('audio keeps its name and may be asked for again; a picture with its hash never changes', () => {
  const [[audio, picture] = []] = planUploads(['media/talk-20240101.wav', 'media/x-0123abcd.png'], 'feed.xml', '');
  expect(audio?.cacheControl).toBe('public, max-age=31536000');
  expect(picture?.cacheControl).toBe('public, max-age=31536000, immutable');
});

test('finds what a feed names, behind a tracking prefix too, and nothing of other hosts or of notes', () => {
  const feed = `<rss><channel><atom:link rel="self" href="https://example.org/p/feed.xml"/>
<itunes:image href="https://example.org/p/media/a%20b.jpg"/>
<podcast:person href="https://example.org/p/about">Ann</podcast:person>
<item><enclosure length="1" url="https://op3.dev/e/example.org/p/media/x.mp3" type="audio/mpeg"/>
<podcast:transcript url="https://example.org/p/episodes/x/transcript.srt"/>
<podcast:chapters url="https://elsewhere.example/c.json"/>
<description><![CDATA[<enclosure url="https://example.org/p/not-this"/>]]></description></item></channel></rss>`;
  expect(pathsNamedBy(feed, 'feed.xml')).toEqual(['media/a b.jpg', 'media/x.mp3', 'episodes/x/transcript.srt']);
});

test('any text is read without complaint, and every path has its place in one stage', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        pathsNamedBy(
          `<atom:link rel="self" href="https://a.org/feed.xml"/><enclosure url="${text}"/>${text}`,
          'feed.xml',
        ),
      ).toBeInstanceOf(Array);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), (paths) => {
      const planned = planUploads(paths, 'feed.xml', '')
        .flat()
        .map(({ path }) => path);
      expect(planned.sort()).toEqual(paths.filter((path) => !['_headers', '.nojekyll'].includes(path)).sort());
    }),
  );
});
