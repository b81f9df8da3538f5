import MarkdownIt from 'markdown-it';
import { appHtmlBlocks, appHtmlText } from './app-html.ts';
import { sanitizeHtml } from './html.ts';
import { cleanText } from './xml.ts';

const parser = new MarkdownIt({ html: true, linkify: true });
// Only what is plainly an address becomes a link by itself: "notes.md" and "gov.uk" are words.
parser.linkify.set({ fuzzyLink: false });
// The sanitiser judges links and spells them out. Refused here, `[a](javascript:b)` would stay on the page as code.
parser.validateLink = () => true;
parser.normalizeLink = (link) => link;

/**
 * Markdown as safe HTML for a web page. Links are absolute against `baseUrl`.
 * The highest possible heading, `#`, becomes `h3`, or the level `topHeading`, to sit below the page's own.
 */
export function markdownToPageHtml(markdown: string, baseUrl: string, { topHeading = 3 } = {}): string {
  return sanitizeHtml(render(markdown), { baseUrl, topHeading, noopener: true }).trim();
}

/** Markdown as the blocks (paragraphs and lists) that podcast apps accept: see `appHtmlBlocks`. */
export function markdownToFeedBlocks(markdown: string, baseUrl: string): readonly string[] {
  return appHtmlBlocks(sanitizeHtml(render(markdown), { baseUrl }));
}

/** Markdown as HTML that podcast apps accept, one block a line. */
export function markdownToFeedHtml(markdown: string, baseUrl: string): string {
  return markdownToFeedBlocks(markdown, baseUrl).join('\n');
}

/** The words of Markdown without mark-up, paragraphs divided by an empty line. */
export function markdownToText(markdown: string): string {
  return appHtmlText(appHtmlBlocks(sanitizeHtml(render(markdown), {})));
}

function render(markdown: string): string {
  return parser.render(cleanText(markdown));
}
