import { defineRule } from '../rule.ts';

export const linkBrokenMarkdown = defineRule({
  id: 'link-broken-markdown',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-description-links'],
  summary: 'A link in the notes is not closed, or has a space where none may be.',
  why: 'Readers would see the brackets and the address as text.',
  source: 'CommonMark',
  remedy: 'Write it like [name of the page](https://example.org/).',
  *check({ frontmatter }) {
    const { body } = frontmatter;
    for (const match of body.matchAll(forms)) {
      if (isInCode(body, match.index)) continue;
      yield {
        range: frontmatter.locateInBody(match.index, match.index + match[0].trimEnd().length),
        message: `This link is not written as one: "${match[0].trim().slice(0, 60)}".`,
        remedy: 'Write it like [name of the page](https://example.org/), without a space between the brackets.',
      };
    }
  },
});

/** A space between the brackets; brackets the wrong way round; a round bracket that is never closed on its line. */
const forms =
  /\[[^[\]\n]+\][ \t]+\((?:https?:|www\.|mailto:)[^)\n]*\)|\([^()\n]+\)\[(?:https?:|www\.)[^\]\n]*\]|\[[^[\]\n]+\]\((?:https?:|www\.)[^)\s]*[ \t]*$/gm;

function isInCode(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const isFenced = (before.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return isFenced || (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
