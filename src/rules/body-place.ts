import type { Frontmatter } from '../text/frontmatter.ts';
import type { Range } from '../text/positions.ts';

/** Where the text below the second `---` begins: its first line that has words; its very beginning when it has none. */
export function beginningOfBody(frontmatter: Frontmatter): Range {
  const { body } = frontmatter;
  const [blank = ''] = /^\s*/.exec(body) ?? [];
  const start = blank.length === body.length ? 0 : blank.length;
  const [line = ''] = /^[^\r\n]*/.exec(body.slice(start)) ?? [];
  return frontmatter.locateInBody(start, start + line.trimEnd().length);
}
