import { missingProtocol } from '../link-faults.ts';
import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const linkProtocolMissing = defineRule({
  id: 'link-protocol-missing',
  subject: 'episode',
  severity: 'warning',
  enforces: ['xml-absolute-urls'],
  summary: 'A link in the notes has no https:// in front.',
  why: 'Browsers and apps look for such an address on the podcast’s own pages, where it is not.',
  source: 'RSS Advisory Board',
  remedy: 'Write the whole address, beginning with https://.',
  *check(entry) {
    for (const link of notesOf(entry).links) {
      const fault = missingProtocol(link);
      if (fault !== undefined) yield { range: link.range, ...fault };
    }
  },
});
