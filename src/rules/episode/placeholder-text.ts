import { defineRule } from '../rule.ts';

export const placeholderText = defineRule({
  id: 'placeholder-text',
  subject: 'episode',
  severity: 'warning',
  enforces: [],
  summary: 'A stand-in was left in the text.',
  why: 'Listeners would read it.',
  source: 'ppod',
  remedy: 'Write the words that belong there, or mark the episode as a draft.',
  *check({ content, frontmatter }) {
    for (const key of ['title', 'summary', 'advisory'] as const) {
      const text = content[key];
      const found = typeof text === 'string' ? standIn.exec(text)?.[0] : undefined;
      if (found !== undefined) yield { at: [key], ...words(found) };
    }
    const found = standIn.exec(frontmatter.body);
    if (found === null) return;
    yield { range: frontmatter.locateInBody(found.index, found.index + found[0].length), ...words(found[0]) };
  },
});

/** Capitals as people write them for themselves; "to do" and "tbc" in running text stay. */
const standIn =
  /\blorem ipsum\b|\bTO ?DO\b(?=:| -|$)|\bTB[CAD]\b|\bXXX+\b|\[(?:insert|add|name|link|date|guest|title)\b[^\]\n]{0,40}\](?!\()|\bINSERT [A-Z]{3,}/m;

function words(found: string): { readonly message: string; readonly remedy: string } {
  return {
    message: `A stand-in was left in the text: "${found}".`,
    remedy: 'Write the words that belong there, or add draft: true until they are known.',
  };
}
