import type { Palette } from '../../model/palette.ts';

/** Not among the assets whose names change with their content: the feed names it, and must not change with it. */
export const feedStylesheetPath = 'theme/feed.css';

/**
 * Makes the feed readable for a person who opens it in a browser: what it is for, the show, its episodes and their dates.
 * CSS, for browsers are taking XSLT out; it cannot make links, so the words say what to do with the address.
 * It shows where a host sends the feed as XML, as `_headers` asks and others do by themselves.
 */
export function feedStylesheet({ light, dark }: { readonly light: Palette; readonly dark: Palette }): string {
  return `@namespace itunes url('http://www.itunes.com/dtds/podcast-1.0.dtd');
rss { display: block; padding: 1.5rem; color-scheme: light dark; background: ${light.page}; color: ${light.text}; font: 100%/1.6 system-ui, sans-serif; }
rss * { display: none; }
channel, channel > title, channel > link:not([href]), item, item > title, item > pubDate { display: block; max-width: 42rem; margin-inline: auto; overflow-wrap: anywhere; }
channel::before { display: block; padding: 1rem; background: ${light.surface}; content: 'This is the feed of a podcast, made for podcast apps. To follow the show, copy the address of this page into your app.'; }
channel > title { margin-block: 1.5rem 0; font: 700 2rem/1.2 Charter, Cambria, Georgia, serif; }
channel > link:not([href])::before { content: 'To read and listen here, go to '; }
item { margin-block-start: 1.5rem; }
item > title { font-weight: 700; }
item > pubDate { color: ${light.muted}; }
itunes|title { display: none !important; }
@media (prefers-color-scheme: dark) {
  rss { background: ${dark.page}; color: ${dark.text}; }
  channel::before { background: ${dark.surface}; }
  item > pubDate { color: ${dark.muted}; }
}
`;
}
