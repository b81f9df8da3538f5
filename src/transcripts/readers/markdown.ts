import MarkdownIt, { type Token } from 'markdown-it';
import { parseFrontmatter } from '../../text/frontmatter.ts';
import type { Reader } from '../reader.ts';
import { htmlPieces } from './html-pieces.ts';
import type { Line } from './lines.ts';
import { readSpeechText } from './speech-text.ts';

// A transcript is prose: "330. And so on" begins no list, and "--" under a line makes no heading of it.
const parser = new MarkdownIt({ html: true }).disable(['list', 'lheading', 'code', 'table']);

/** Markdown, with or without frontmatter: the shapes of plain text without the mark-up. */
export const markdown: Reader = {
  format: 'markdown',
  recognises: (text, name) => /\.(?:md|markdown)$/i.test(name) || frontmatterOf(text) !== undefined,
  read(text, { people }) {
    const frontmatter = frontmatterOf(text);
    const body = frontmatter?.body ?? text;
    const linesAbove = (frontmatter?.locateInBody(0, 0).start.line ?? 1) - 1;
    const lines = parser
      .parse(body, {})
      .flatMap((token, index, all) => linesOfToken(token, all[index - 1]?.type === 'heading_open', linesAbove));
    return readSpeechText(lines, people);
  },
};

/** Frontmatter, unless what looks like it is talk between two rules. */
function frontmatterOf(text: string) {
  const frontmatter = parseFrontmatter(text);
  const { data, problems } = frontmatter;
  return problems.length === 0 && typeof data === 'object' && data !== null && Object.keys(data).length > 0
    ? frontmatter
    : undefined;
}

function linesOfToken(
  { type, content, children, map }: Token,
  isHeading: boolean,
  linesAbove: number,
): readonly Line[] {
  const line = (map?.[0] ?? 0) + linesAbove + 1;
  if (type === 'hr') return [{ text: '--', line }];
  // An empty line between blocks, as in the source.
  if (/_close$/.test(type)) return [{ text: '', line }];
  if (type === 'html_block')
    return htmlPieces(content).map((piece) => ({ text: piece.text, line: line + piece.line - 1 }));
  if (type === 'fence') return content.split('\n').map((text, index) => ({ text, line: line + index + 1 }));
  return type === 'inline' ? inlineLines(children ?? [], line).map((part) => ({ ...part, isHeading })) : [];
}

interface OpenLine {
  text: string;
  readonly line: number;
  bold: string | undefined;
}

function inlineLines(tokens: readonly Token[], firstLine: number): readonly Line[] {
  let line: OpenLine = { text: '', line: firstLine, bold: undefined };
  const lines = [line];
  let boldFrom: number | undefined;
  for (const { type, content } of tokens) {
    if (type === 'softbreak' || type === 'hardbreak') {
      line = { text: '', line: line.line + 1, bold: undefined };
      lines.push(line);
    } else if (type === 'strong_open') boldFrom ??= line.text.length;
    else if (type === 'strong_close') {
      line.bold ??= line.text.slice(boldFrom);
      boldFrom = undefined;
    } else if (type === 'html_inline') line.text += isTag(content) ? '' : content;
    else line.text += content;
  }
  return lines;
}

/** Whether it is mark-up: `<laughs>` is a word. */
function isTag(html: string): boolean {
  return /^<\/?(?:a|abbr|b|br|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|img|!--)\b/i.test(html);
}
