import { AppHtmlWriter, appHtmlBlocks, appHtmlText } from './app-html.ts';
import { sanitizeHtml } from './html.ts';
import { parseMarkdown, renderTokens } from './markdown-parser.ts';
import { isPure, renderSettled, settle, writeSettled } from './pure-markdown.ts';
import { cleanText } from './xml.ts';

/**
 * Markdown as safe HTML for a web page. Links are absolute against `baseUrl`.
 * The highest possible heading, `#`, becomes `h3`, or the level `topHeading`, to sit below the page's own.
 */
export function markdownToPageHtml(markdown: string, baseUrl: string, { topHeading = 3 } = {}): string {
  const tokens = parseMarkdown(cleanText(markdown));
  if (!isPure(tokens)) return sanitizeHtml(renderTokens(tokens), { baseUrl, topHeading, noopener: true }).trim();
  settle(tokens, baseUrl, topHeading);
  return renderSettled(tokens).trim();
}

/** Markdown as the blocks (paragraphs and lists) that podcast apps accept: see `appHtmlBlocks`. */
export function markdownToFeedBlocks(markdown: string, baseUrl?: string): readonly string[] {
  const tokens = parseMarkdown(cleanText(markdown));
  if (!isPure(tokens)) return appHtmlBlocks(sanitizeHtml(renderTokens(tokens), { baseUrl }));
  settle(tokens, baseUrl, 1);
  const writer = new AppHtmlWriter();
  writeSettled(tokens, writer);
  return writer.end();
}

/** Markdown as HTML that podcast apps accept, one block a line. */
export function markdownToFeedHtml(markdown: string, baseUrl: string): string {
  return markdownToFeedBlocks(markdown, baseUrl).join('\n');
}

/** The words of Markdown without mark-up, paragraphs divided by an empty line. */
export function markdownToText(markdown: string): string {
  return appHtmlText(markdownToFeedBlocks(markdown));
}
