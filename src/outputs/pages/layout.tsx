import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PublishedImage } from '../../model/project.ts';
import { encodePath, urlOf } from '../../model/urls.ts';
import { cleanText } from '../../text/xml.ts';
import type { OutputFile } from '../output.ts';
import { type JsonLd, jsonLdText } from './json-ld.ts';
import { linkTo, rootFrom, type Site } from './site.ts';
import { isRightToLeft } from './wording.ts';

export interface PageProps {
  readonly site: Site;
  /** Where the page goes, relative to dist/. */
  readonly path: string;
  /** For the browser's tab; the show's title is added. */
  readonly title: string;
  /** One or two sentences of plain text for search engines and previews; absent on a page not to be found there. */
  readonly description?: string | undefined;
  /** The page's permanent address, when not its own. */
  readonly canonical?: string | undefined;
  readonly image?: SharedImage | undefined;
  /** The picture for those who share the page, when it was made for that: it is shown large. */
  readonly card?: SharedImage | undefined;
  readonly jsonLd?: JsonLd | undefined;
  /** The script that something on the page needs. */
  readonly script?: OutputFile | undefined;
  /** Whether the page searches the others, by a program that is no script. */
  readonly isSearch?: boolean;
  /** Where audio comes from, when not from this site. */
  readonly hasForeignAudio?: boolean;
  /** How links find the root, when not by the page's own place. */
  readonly root?: string;
  readonly children: ComponentChildren;
}

/** A picture that stands for a page elsewhere. */
export type SharedImage = Pick<PublishedImage, 'url' | 'width' | 'height'>;

/** A whole page as text, without characters that HTML forbids. */
export function renderPage(page: PageProps): string {
  return cleanText(`<!DOCTYPE html>\n${renderToString(<Page {...page} />)}\n`);
}

function Page(page: PageProps) {
  const { site, children } = page;
  const { show } = site.podcast;
  const root = page.root ?? rootFrom(page.path);
  const isHome = page.path === 'index.html';
  return (
    <html lang={show.language} dir={isRightToLeft(show.language) ? 'rtl' : undefined}>
      <Head root={root} {...page} />
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="masthead">
          <a class="home" href={linkTo(root, '')} aria-current={isHome ? 'page' : undefined}>
            {site.logo && <img class="logo" src={linkTo(root, site.logo.path)} alt="" height="40" />}
            <span dir="auto">{show.title}</span>
          </a>
          <nav aria-label="Main">
            <a href={`${linkTo(root, '')}#episodes`}>Episodes</a>
            <a href={`${linkTo(root, '')}#follow`}>Follow</a>
            {show.search && (
              <a href={linkTo(root, 'search/')} aria-current={page.isSearch ? 'page' : undefined}>
                Search
              </a>
            )}
          </nav>
        </header>
        <main id="main">{children}</main>
        <Footer site={site} root={root} />
      </body>
    </html>
  );
}

function Head(page: PageProps & { readonly root: string }) {
  const { site, root, description, jsonLd } = page;
  const shared = page.card ?? page.image;
  const { show, site: base } = site.podcast;
  const fullTitle = page.title === show.title ? show.title : `${page.title} – ${show.title}`;
  const address = page.canonical ?? urlOf(base, page.path.replace(/(^|\/)index\.html$/, '$1'));
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy(page)} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      <link rel="stylesheet" href={linkTo(root, site.stylesheet.path)} />
      {site.ownStylesheet && <link rel="stylesheet" href={linkTo(root, site.ownStylesheet.path)} />}
      <link rel="icon" type="image/svg+xml" href={linkTo(root, site.icon.path)} />
      {page.script && <script defer src={linkTo(root, page.script.path)} />}
      <link rel="alternate" type="application/rss+xml" title={show.title} href={root + encodePath(show.feed)} />
      {description === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={address} />
          <meta name="description" content={description} />
          <meta property="og:type" content="website" />
          <meta property="og:site_name" content={show.title} />
          <meta property="og:title" content={page.title} />
          <meta property="og:description" content={description} />
          <meta property="og:url" content={address} />
          <meta name="twitter:card" content={page.card ? 'summary_large_image' : 'summary'} />
        </>
      )}
      {description !== undefined && shared && (
        <ImageMeta image={shared} words={page.card ? page.title : `Cover of ${page.title}`} />
      )}
      {/* A data block, which browsers never run; Preact would escape its quotes. */}
      {jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(jsonLd) }} />}
    </head>
  );
}

/** `words`: what somebody hears who cannot see the picture. A card has the title written on it. */
function ImageMeta({ image, words }: { readonly image: SharedImage; readonly words: string }) {
  return (
    <>
      <meta property="og:image" content={image.url} />
      <meta property="og:image:width" content={String(image.width)} />
      <meta property="og:image:height" content={String(image.height)} />
      <meta property="og:image:alt" content={words} />
    </>
  );
}

function Footer({ site, root }: { readonly site: Site; readonly root: string }) {
  const { show } = site.podcast;
  return (
    <footer class="colophon">
      <p>
        <span dir="auto">{show.title}</span> is published by <span dir="auto">{show.owner ?? show.author}</span>.
        {show.copyright && (
          <>
            {' '}
            © <span dir="auto">{show.copyright}</span>.
          </>
        )}
        {show.license && ` Licence: ${show.license}.`}
      </p>
      <p>
        <a href={root + encodePath(show.feed)}>RSS feed</a>
        {show.publishEmail && show.email && <a href={`mailto:${show.email}`}>{show.email}</a>}
      </p>
    </footer>
  );
}

/**
 * Only this site may be asked for anything, and nothing on the page runs but the player. Audio that the show keeps
 * on another host is fetched when a listener presses play; such hosts pass requests on, hence any https address.
 * The search is a WebAssembly program of this site, and reads the index beside it.
 */
function contentSecurityPolicy({ hasForeignAudio = false, isSearch = false }: Partial<PageProps>): string {
  return [
    "default-src 'none'",
    `script-src 'self'${isSearch ? " 'wasm-unsafe-eval'" : ''}`,
    ...(isSearch ? ["connect-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `media-src 'self'${hasForeignAudio ? ' https:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
