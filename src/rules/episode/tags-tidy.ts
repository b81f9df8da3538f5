import { defineRule } from '../rule.ts';

export const tagsTidy = defineRule({
  id: 'tags-tidy',
  subject: 'episode',
  severity: 'info',
  enforces: [],
  summary: 'A tag is there twice, begins with #, or holds several.',
  why: 'Pages list episodes by tag; an untidy one makes a list of its own.',
  source: 'ppod',
  remedy: 'Write each tag once, as plain words.',
  *check({ content: { tags } }) {
    const seen = new Set<string>();
    for (const [index, tag] of tags.entries()) {
      const folded = tag.toLowerCase();
      const what = seen.has(folded)
        ? 'is here twice'
        : tag.startsWith('#')
          ? 'begins with #'
          : tag.includes(',')
            ? 'holds several tags in one'
            : undefined;
      seen.add(folded);
      if (what === undefined) continue;
      yield {
        at: ['tags', index],
        message: `The tag "${tag}" ${what}.`,
        remedy: 'Write each tag once, as plain words, between its own commas.',
      };
    }
  },
});
