import { Buffer } from 'node:buffer';
import { markdownToFeedHtml } from '../text/markdown.ts';

/** Bytes of UTF-8 that directories take of a description, mark-up included (Apple Podcasts, PSP-1). */
export const descriptionLimit = 4000;

/** How many bytes Markdown comes to in the feed; 0 for what is so short that nobody need count. */
export function feedBytes(markdown: string, baseUrl: string): number {
  return isPlainlyShort(markdown) ? 0 : Buffer.byteLength(markdownToFeedHtml(markdown, baseUrl));
}

/** Rendering is slow and most notes are far below the limit. Links and mark-up at most double a text; each line may become a paragraph. */
function isPlainlyShort(markdown: string): boolean {
  const references = markdown.match(/[&<>]/g)?.length ?? 0;
  const lines = markdown.match(/\n/g)?.length ?? 0;
  return Buffer.byteLength(markdown) * 2 + references * 5 + lines * 40 <= descriptionLimit;
}
