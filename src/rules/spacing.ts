import type { Entry } from '../model/project.ts';
import type { DataPath } from '../text/frontmatter.ts';
import { rewrittenValue } from './repairs.ts';
import { singleSpaced } from './rewrites.ts';
import type { Finding, Rule, RuleText } from './rule.ts';

const text: RuleText = {
  id: 'spacing',
  severity: 'info',
  enforces: ['xml-trimmed-values'],
  summary: 'A title, name or summary holds several spaces in a row, a tab or a space that does not break.',
  why: 'They come along when text is pasted. Apps show the gaps, and searches for the words fail.',
  source: 'Apple Podcasts',
  remedy: 'Run ppod check --fix, or put one plain space there.',
};

/** Keys whose words listeners see on a line of their own. */
const keys: ReadonlySet<string> = new Set([
  ...['title', 'name', 'organisation', 'author', 'owner', 'copyright', 'summary', 'episodeName'],
]);

function* check(entry: Entry<unknown>): Iterable<Finding> {
  for (const { at, words } of namedTexts(entry.frontmatter.data, [])) {
    if (!/[ \t\u00a0\u202f]{2}|[\t\u00a0\u202f]/.test(words.trim())) continue;
    const fix = rewrittenValue(entry, at, singleSpaced);
    yield {
      at,
      message: `"${words.replace(/\s+/g, ' ').trim()}" holds several spaces in a row, a tab or a space that does not break.`,
      remedy: text.remedy,
      ...(fix === undefined ? {} : { fix }),
    };
  }
}

function namedTexts(value: unknown, at: DataPath): { readonly at: DataPath; readonly words: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) =>
    typeof inner === 'string' && keys.has(String(key))
      ? [{ at: [...at, key], words: inner }]
      : namedTexts(inner, [...at, key]),
  );
}

/** Extra spaces in what listeners see, in show.md and in episodes. */
export const spacing: { readonly show: Rule<'show'>; readonly episode: Rule<'episode'> } = {
  show: { ...text, subject: 'show', check },
  episode: { ...text, subject: 'episode', check },
};
