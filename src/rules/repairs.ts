import type { Fix } from '../model/diagnostic.ts';
import type { Entry } from '../model/project.ts';
import type { DataPath } from '../text/frontmatter.ts';
import type { Range } from '../text/positions.ts';
import type { Rewrite } from './rewrites.ts';

/** The repair that rewrites what stands at `range` of `text`; `undefined` where there is none, or nothing would change. */
export function rewritten(text: string, { start, end }: Range, rewrite: Rewrite): Fix | undefined {
  const source = text.slice(start.offset, end.offset);
  const replacement = rewrite(source);
  if (replacement === undefined || replacement === source) return undefined;
  const isSpacing = replacement.replace(/\s/g, '') === source.replace(/\s/g, '');
  const description = isSpacing
    ? `put single spaces between the words of ${shown(replacement)}`
    : `wrote ${shown(replacement)} in place of ${shown(source)}`;
  return { start: start.offset, end: end.offset, replacement, description };
}

/** The same for the value of a key. */
export function rewrittenValue({ frontmatter }: Entry<unknown>, at: DataPath, rewrite: Rewrite): Fix | undefined {
  return rewritten(frontmatter.text, frontmatter.locate(at), rewrite);
}

/** The repair that adds a line `key: value` as the last of the facts. */
export function addedLine(
  { frontmatter: { text, bodyOffset } }: Pick<Entry<unknown>, 'frontmatter'>,
  key: string,
  value: string,
): Fix | undefined {
  const fence = text.lastIndexOf('\n---', bodyOffset - 1) + 1;
  if (fence === 0 || bodyOffset === 0) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${key}: ${value}`;
  return { start: fence, end: fence, replacement: line + lineEnd, description: `added the line ${line}` };
}

/** The repair that puts the value on the line of `range` in quotes, for a colon or sign in it that YAML takes for its own. */
export function quotedLine(text: string, { start }: Range, quote: Rewrite): Fix | undefined {
  const from = start.offset - (start.column - 1);
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(from)) ?? [];
  const [, before = '', value = ''] =
    /^(\s*(?:- +)*[A-Za-z][\w-]*:[ \t]+)(\S.*?)(?:[ \t]+#.*)?[ \t]*$/.exec(line) ?? [];
  const replacement = value === '' ? undefined : quote(value);
  if (replacement === undefined) return undefined;
  const at = from + before.length;
  return { start: at, end: at + value.length, replacement, description: `put ${shown(value)} in quotes` };
}

/** The repair that replaces the tabs with which the line of `range` begins. */
export function untabbedLine(text: string, { start }: Range): Fix | undefined {
  const from = start.offset - (start.column - 1);
  const [indent = ''] = /^[ \t]*/.exec(text.slice(from)) ?? [];
  if (!indent.includes('\t')) return undefined;
  const replacement = indent.replaceAll('\t', '  ');
  const description = `put spaces in place of tabs at the start of line ${start.line}`;
  return { start: from, end: from + indent.length, replacement, description };
}

function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
