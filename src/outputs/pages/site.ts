import { createHash } from 'node:crypto';
import { type Palette, palettesOf } from '../../model/palette.ts';
import type { Podcast, PublishedEpisode, PublishedImage } from '../../model/project.ts';
import { encodePath, episodeFolder } from '../../model/urls.ts';
import { markdownToPageHtml } from '../../text/markdown.ts';
import type { OutputFile } from '../output.ts';
import { feedStylesheet, feedStylesheetPath } from './feed-stylesheet.ts';
import { rowKey } from './page-keys.ts';
import { pageScript } from './page-script.ts';
import { gatherPeople, type PersonEntry } from './people.ts';
import { searchScript } from './search-script.ts';
import { stylesheetFor } from './stylesheet.ts';

/** What every page needs to know of the others. Paths are relative to dist/ and not percent-encoded. */
export interface Site {
  readonly podcast: Podcast;
  readonly people: ReadonlyMap<string, PersonEntry>;
  /** All that a list shows of an episode, as a key. */
  readonly rowKeyOf: (episode: PublishedEpisode) => string;
  /** Words that many episodes share as HTML, made once. Their links are relative to the site, as in the feed. */
  readonly sharedHtml: (markdown: string) => string;
  /** The photos of people that are files of the show, by address. */
  readonly pictures: ReadonlyMap<string, PublishedImage>;
  readonly stylesheet: OutputFile;
  readonly icon: OutputFile;
  readonly script: OutputFile;
  /** Only where the show can be searched. */
  readonly searchScript: OutputFile | undefined;
  /** Makes the feed readable in a browser. */
  readonly feedStylesheet: OutputFile;
  /** The show's own stylesheet and logo, copied. */
  readonly ownStylesheet: OutputFile | undefined;
  readonly logo: OutputFile | undefined;
}

export function siteOf(podcast: Podcast): Site {
  const { theme } = podcast.show;
  const palettes = palettesOf(theme);
  const pictures = [podcast, ...podcast.episodes].flatMap((owner) => owner.pictures);
  return {
    podcast,
    pictures: new Map(pictures.map((picture) => [picture.url, picture])),
    icon: asset('icon', 'svg', icon(palettes.light)),
    people: gatherPeople(podcast.episodes),
    rowKeyOf: remembering(rowKey),
    sharedHtml: remembering((markdown: string) => markdownToPageHtml(markdown, podcast.site)),
    stylesheet: asset('style', 'css', stylesheetFor(palettes)),
    feedStylesheet: { path: feedStylesheetPath, contents: feedStylesheet(palettes) },
    script: asset('page', 'js', pageScript),
    searchScript: podcast.show.search ? asset('search', 'js', searchScript) : undefined,
    ownStylesheet: theme?.stylesheet === undefined ? undefined : copy('own.css', theme.stylesheet),
    logo: theme?.logo === undefined ? undefined : copy(`logo${extensionOf(theme.logo)}`, theme.logo),
  };
}

export function assetsOf({
  stylesheet,
  script,
  searchScript,
  icon,
  feedStylesheet,
  ownStylesheet,
  logo,
}: Site): readonly OutputFile[] {
  return [stylesheet, script, searchScript, icon, feedStylesheet, ownStylesheet, logo].filter(
    (file) => file !== undefined,
  );
}

/** The way from a page to the root of dist/: `../../` for `episodes/x/index.html`, empty for a page of the root. */
export function rootFrom(pagePath: string): string {
  return '../'.repeat(pagePath.split('/').length - 1);
}

/** A link to `path` of dist/, seen from the page whose way to the root is `root`. A folder keeps its final `/`. */
export function linkTo(root: string, path: string): string {
  return root + encodePath(path) || './';
}

export function episodeLink(root: string, episode: PublishedEpisode): string {
  return linkTo(root, `${episodeFolder(episode.slug)}/`);
}

export function personFolder({ slug }: PersonEntry): string {
  return `people/${slug}`;
}

/**
 * The address from which pages play the audio: relative when it lies in dist/, so that a copy of the site on another
 * host plays its own. An analytics prefix is left out, for pages ask no third party for anything.
 */
export function audioLink(root: string, { enclosure }: PublishedEpisode, { site, show }: Podcast): string {
  const prefix = show.audioPrefix?.replace(/\/*$/, '/') ?? '';
  const unprefixed = enclosure.url.startsWith(prefix) ? enclosure.url.slice(prefix.length) : enclosure.url;
  const url = /^https?:\/\//.test(unprefixed) ? unprefixed : `https://${unprefixed}`;
  return url.startsWith(site) ? root + url.slice(site.length) : url;
}

/** Several pages show the same. */
function remembering<T>(make: (of: T) => string): (of: T) => string {
  const known = new Map<T, string>();
  return (of) => {
    const text = known.get(of) ?? make(of);
    known.set(of, text);
    return text;
  };
}

/** A file whose name changes with its content, so that browsers may keep it for ever. */
function asset(name: string, extension: string, contents: string): OutputFile {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10);
  return { path: `assets/${name}.${hash}.${extension}`, contents };
}

function copy(name: string, source: string): OutputFile {
  const path = source.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return { path: `theme/${name}`, copyOf: path.startsWith('media/') ? path : `media/${path}` };
}

function extensionOf(path: string): string {
  return /\.[a-z\d]+$/i.exec(path)?.[0].toLowerCase() ?? '';
}

/** The picture in the browser's tab: three bars of sound. Without one, browsers ask every site for /favicon.ico. */
function icon({ accent, onAccent }: Palette): string {
  const bars = [
    [8, 12],
    [14, 6],
    [20, 10],
  ].map(([x = 0, y = 0]) => `<rect x="${x}" y="${y}" width="4" height="${32 - 2 * y}" rx="2"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${accent}"/><g fill="${onAccent}">${bars.join('')}</g></svg>\n`;
}
