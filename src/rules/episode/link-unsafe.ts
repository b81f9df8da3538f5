import { unsafeTarget } from '../link-faults.ts';
import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const linkUnsafe = defineRule({
  id: 'link-unsafe',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-description-safe'],
  summary: 'A link in the notes leads to a program or to a file on a computer.',
  why: 'Such links are never published; only their words would be left.',
  source: 'W3C feed validator',
  remedy: 'Link to a page on the web.',
  *check(entry) {
    for (const link of notesOf(entry).links) {
      const fault = unsafeTarget(link);
      if (fault !== undefined) yield { range: link.range, ...fault };
    }
  },
});
