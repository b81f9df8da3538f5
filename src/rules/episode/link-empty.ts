import { emptyLink } from '../link-faults.ts';
import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const linkEmpty = defineRule({
  id: 'link-empty',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-description-links'],
  summary: 'A link in the notes has no words or no address.',
  why: 'Nobody can choose a link without words, and one without an address leads nowhere.',
  source: 'WCAG 2.2',
  remedy: 'Write both: the words in square brackets, the address in round ones.',
  *check(entry) {
    for (const link of notesOf(entry).links) {
      const fault = emptyLink(link);
      if (fault !== undefined) yield { range: link.range, ...fault };
    }
  },
});
