/** A title as people compare titles: without case, accents, punctuation and a number in front. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*(?:s\d+\s*)?(?:e|ep|episode)?\.?\s*\d+\s*[-–—:.]\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
