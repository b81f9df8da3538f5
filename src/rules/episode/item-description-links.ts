import { vagueWords } from '../link-faults.ts';
import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const itemDescriptionLinks = defineRule({
  id: 'item-description-links',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-description-links'],
  summary: 'The words of a link do not say where it leads.',
  why: 'Screen readers list the links of a page by their words: five times "click here" is no list.',
  source: 'WCAG 2.2',
  remedy: 'Make the name of the page the link.',
  *check(entry) {
    for (const link of notesOf(entry).links) {
      const fault = vagueWords(link);
      if (fault !== undefined) yield { range: link.range, ...fault };
    }
  },
});
