import { Buffer } from 'node:buffer';
import { markdownToFeedHtml } from '../text/markdown.ts';

/** Bytes of UTF-8 that directories take of a description, mark-up included (Apple Podcasts, PSP-1). */
export const descriptionLimit = 4000;

/** How many bytes Markdown comes to in the feed. */
export function feedBytes(markdown: string, baseUrl: string): number {
  // Mark-up grows a text many times over only in theory: most texts are far below the limit, and rendering is slow.
  if (markdown.length * 8 <= descriptionLimit && !/https?:|\]\(/.test(markdown)) return 0;
  return Buffer.byteLength(markdownToFeedHtml(markdown, baseUrl));
}
