import type { Podcast } from '../model/project.ts';
import { encodePath, episodeFolder, urlOf } from '../model/urls.ts';
import { formatIso } from '../text/dates.ts';
import { escapeText } from '../text/xml.ts';
import { lazily, type Output, type OutputFile } from './output.ts';
import { gatherPeople } from './pages/people.ts';
import { searchFolder } from './pages/search-page.tsx';
import { listPaths } from './pages/show-page.tsx';
import { personFolder } from './pages/site.ts';

/** What search engines and web servers need to know about the rest of dist/. */
export const hosting: Output = {
  name: 'hosting',
  description: 'the files that tell search engines and web servers what lies in dist/',
  render: renderHosting,
};

function* renderHosting(podcast: Podcast): Generator<OutputFile> {
  if (podcast.show.pages) yield lazily('sitemap.xml', () => sitemap(podcast));
  yield { path: 'robots.txt', contents: robots(podcast) };
  yield { path: '_headers', contents: headers(podcast) };
  // GitHub Pages would otherwise leave out every file whose name begins with an underscore.
  yield { path: '.nojekyll', contents: '' };
}

/** Every page that should be found, by the protocol of sitemaps.org; an episode with the day it came out. */
function sitemap({ site, episodes, updated }: Podcast): string {
  const lists = listPaths(episodes.length).map((path) => ({ path, date: updated }));
  const ownPages = episodes.filter(({ frontmatter }) => frontmatter.link === undefined);
  const entries = [
    ...lists,
    ...ownPages.map(({ slug, date }) => ({ path: `${episodeFolder(slug)}/`, date })),
    ...[...gatherPeople(episodes).values()].map((person) => ({ path: `${personFolder(person)}/`, date: undefined })),
  ];
  const lines = entries.map(({ path, date }) => {
    const modified = date === undefined || episodes.length === 0 ? '' : `<lastmod>${formatIso(date)}</lastmod>`;
    return `  <url><loc>${escapeText(urlOf(site, path))}</loc>${modified}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>',
    '',
  ].join('\n');
}

/** Everything is public: directories drop a show whose audio, art or feed robots may not fetch. */
function robots({ site, show }: Podcast): string {
  const map = show.pages ? `\nSitemap: ${urlOf(site, 'sitemap.xml')}\n` : '';
  return `User-agent: *\nAllow: /\n${map}`;
}

const minutes = 'public, max-age=300';
const hour = 'public, max-age=3600';
const week = 'public, max-age=604800';
const forEver = 'public, max-age=31536000, immutable';

/**
 * Types, access for web players and cache lifetimes, in the form that Netlify and Cloudflare Pages read. Those
 * hosts join the headers of all rules that fit an address, so no two rules here fit the same one. Pages, the sitemap and
 * robots.txt have none: both hosts give those their types, and have browsers ask each time whether they changed.
 *
 * The feed is application/xml, as other hosts send any .xml: readers go by its words, and a browser shows it by its
 * stylesheet. As application/rss+xml, Chromium prints the source and Firefox saves a file.
 */
function headers({ show }: Podcast): string {
  const transcripts = [
    ['transcript.vtt', 'text/vtt; charset=utf-8'],
    ['transcript.srt', 'application/x-subrip; charset=utf-8'],
    ['transcript.json', 'application/json'],
    ['transcript.txt', 'text/plain; charset=utf-8'],
    ['transcript.html', 'text/html; charset=utf-8'],
    ['chapters.json', 'application/json+chapters'],
  ] as const;
  return [
    rule(`/${encodePath(show.feed)}`, { type: 'application/xml; charset=utf-8', isShared: true, cache: minutes }),
    ...transcripts.map(([file, type]) => rule(`/episodes/:slug/${file}`, { type, isShared: true, cache: hour })),
    rule('/media/*', { isShared: true, cache: week }),
    ...(show.pages ? [rule('/assets/*', { cache: forEver }), rule('/theme/*', { cache: hour })] : []),
    ...(show.pages && show.search ? searchRules : []),
  ].join('\n');
}

/** The parts of the index are named by their content; the program that finds them, and their list, are not. */
const searchRules = [
  rule(`/${searchFolder}/fragment/*`, { cache: forEver }),
  rule(`/${searchFolder}/index/*`, { cache: forEver }),
  rule(`/${searchFolder}/:file`, { cache: hour }),
];

interface HeaderRule {
  readonly type?: string;
  /** Whether players on other sites may read the file. */
  readonly isShared?: boolean;
  readonly cache: string;
}

function rule(path: string, { type, isShared = false, cache }: HeaderRule): string {
  const lines = [
    path,
    type === undefined ? undefined : `  Content-Type: ${type}`,
    isShared ? '  Access-Control-Allow-Origin: *' : undefined,
    `  Cache-Control: ${cache}`,
  ];
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}
