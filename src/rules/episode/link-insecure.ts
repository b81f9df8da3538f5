import { insecureTarget } from '../link-faults.ts';
import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const linkInsecure = defineRule({
  id: 'link-insecure',
  subject: 'episode',
  severity: 'info',
  enforces: ['item-description-links'],
  summary: 'A link in the notes uses http in place of https.',
  why: 'Others on the way can read and change such a page.',
  source: 'Apple Podcasts',
  remedy: 'Write https, when the page can be opened that way.',
  *check(entry) {
    for (const link of notesOf(entry).links) {
      const fault = insecureTarget(link);
      if (fault !== undefined) yield { range: link.range, ...fault };
    }
  },
});
