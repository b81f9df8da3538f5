import MarkdownIt, { type RendererRule, type Token } from 'markdown-it';
import type { AppHtmlWriter } from './app-html.ts';
import { resolveLink } from './html.ts';
import { escapeText } from './xml.ts';

// Markdown without HTML needs no sanitiser: its tags are markdown-it's own, and all that is left to judge is where links lead.
// Such notes are most of all, and the way through HTML, sanitiser and HTML again takes three times as long.

/** The sanitiser cuts what is nested a hundred deep, blocks and words together. */
const deepest = 40;

/** Whether tokens are Markdown through and through. */
export function isPure(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ type, level, children }) =>
      type !== 'html_inline' && type !== 'html_block' && level < deepest && isPure(children ?? []),
  );
}

/**
 * Does to pure Markdown what `sanitizeHtml` does to its HTML: links become absolute against `baseUrl`, and those that lead nowhere
 * safe are hidden; `#` becomes a heading of the level `topHeading`; a picture's `content` is its alternative text.
 */
export function settle(tokens: readonly Token[], baseUrl: string | undefined, topHeading: number): void {
  let target: string | undefined;
  for (const token of tokens) {
    switch (token.type) {
      case 'inline':
        settle(token.children ?? [], baseUrl, topHeading);
        break;
      case 'link_open':
        target = resolveLink(String(token.attrGet('href') ?? ''), baseUrl);
        token.attrs =
          target === undefined
            ? null
            : [
                ['href', target],
                ['rel', 'noopener'],
              ];
        token.hidden = target === undefined;
        break;
      case 'link_close':
        token.hidden = target === undefined;
        break;
      case 'heading_open':
      case 'heading_close':
        token.tag = `h${Math.min(Number(token.tag.slice(1)) + topHeading - 1, 6)}`;
        break;
      case 'image':
        token.content = renderer.renderInlineAsText(token.children ?? [], options, {});
        token.hidden = token.content === '';
        break;
      case 'th_open':
        token.attrs = [['scope', 'col']];
        break;
      case 'td_open':
        token.attrs = null;
    }
  }
}

const { renderer, options } = new MarkdownIt({ xhtmlOut: true });

const rule =
  (render: (content: string) => string): RendererRule =>
  (tokens, index) =>
    render(escapeText(tokens[index]?.content ?? ''));
const preformatted = rule((content) => `<pre><code>${content}</code></pre>\n`);
Object.assign(renderer.rules, {
  text: rule((content) => content),
  code_inline: rule((content) => `<code>${content}</code>`),
  code_block: preformatted,
  fence: preformatted,
  image: rule((content) => (content === '' ? '' : `<em>${content}</em>`)),
});

/** Settled tokens as HTML, byte for byte as the sanitiser would write it. */
export function renderSettled(tokens: Token[]): string {
  return renderer.render(tokens, options, {});
}

/** Settled tokens as tags and texts for podcast apps. */
export function writeSettled(tokens: readonly Token[], writer: AppHtmlWriter): void {
  for (const token of tokens) {
    if (token.type === 'inline') writeSettled(token.children ?? [], writer);
    else if (!token.hidden) writeToken(token, writer);
  }
}

function writeToken(token: Token, writer: AppHtmlWriter): void {
  const { type, tag, nesting, content } = token;
  if (type === 'text') writer.text(content);
  else if (type === 'softbreak') writer.text('\n');
  else if (nesting === -1) writer.close(tag);
  else if (content === '') writer.open(tag, token.attrGet('href')?.toString());
  else {
    const name = wrappers[type] ?? tag;
    writer.open(name, undefined);
    writer.text(content);
    writer.close(name);
  }
}

/** The tags around a text that a token holds itself. */
const wrappers: Readonly<Record<string, string>> = { image: 'em', code_block: 'pre', fence: 'pre' };
