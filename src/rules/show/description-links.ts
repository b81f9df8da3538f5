import { emptyLink, missingProtocol, unsafeTarget, vagueWords } from '../link-faults.ts';
import { notesOf, readNotesAt } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const descriptionLinks = defineRule({
  id: 'description-links',
  subject: 'show',
  severity: 'warning',
  enforces: ['item-description-links', 'xml-absolute-urls'],
  summary: 'A link in the description of the show, or in the footer, would not work or does not say where it leads.',
  why: 'The description is what people read first, and the footer stands under every episode.',
  source: 'Apple Podcasts; WCAG 2.2',
  remedy: 'Write the whole address, beginning with https://, and make the name of the page the link.',
  *check(entry) {
    const { footer } = entry.content;
    const links = [
      ...notesOf(entry).links,
      ...(footer === undefined ? [] : readNotesAt(footer, entry.frontmatter.locate(['footer'])).links),
    ];
    for (const link of links) {
      const fault = unsafeTarget(link) ?? missingProtocol(link) ?? emptyLink(link) ?? vagueWords(link);
      if (fault !== undefined) yield { range: link.range, ...fault };
    }
  },
});
