/** The beginning of `text` on one line, cut between words to at most `limit` characters, with an ellipsis when cut. */
export function excerpt(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const start = line.slice(0, limit);
  const end = start.lastIndexOf(' ');
  // A single endless word is cut inside, but never inside an emoji.
  const kept = end > limit / 2 ? start.slice(0, end) : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
