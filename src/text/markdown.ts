import { appHtmlBlocks, appHtmlText } from './app-html.ts';
import { sanitizeHtml } from './html.ts';
import { renderMarkdown } from './markdown-parser.ts';
import { cleanText } from './xml.ts';

/**
 * Markdown as safe HTML, of which pages and feed make theirs. Links are absolute against `baseUrl`.
 * The highest possible heading, `#`, becomes `h3`, or the level `topHeading`, to sit below the page's own.
 */
export function markdownToHtml(markdown: string, baseUrl: string, { topHeading = 3 } = {}): string {
  return sanitizeHtml(render(markdown), { baseUrl, topHeading, noopener: true });
}

/** The same for a web page. */
export function markdownToPageHtml(markdown: string, baseUrl: string, options: { topHeading?: number } = {}): string {
  return markdownToHtml(markdown, baseUrl, options).trim();
}

/** Markdown as the blocks (paragraphs and lists) that podcast apps accept: see `appHtmlBlocks`. */
export function markdownToFeedBlocks(markdown: string, baseUrl: string): readonly string[] {
  return appHtmlBlocks(markdownToHtml(markdown, baseUrl));
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
  return renderMarkdown(cleanText(markdown));
}
