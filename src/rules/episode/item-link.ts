import { earlierWithSame, type ValidEpisode } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const itemLink = defineRule({
  id: 'item-link',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['item-link'],
  summary: 'Two episodes link to the same page.',
  why: 'Readers that go by the link take the second for a copy of the first.',
  source: 'Apple Podcasts',
  remedy: 'Give each its own link, or none: ppod makes a page for each.',
  mayFind: (entry) => linkOf(entry) !== undefined,
  *check(entry, project) {
    const other = earlierWithSame(linkOf, entry, project);
    if (other === undefined) return;
    yield {
      at: ['link'],
      message: `${other.file} links to the same page.`,
      remedy: 'Give each episode its own link, or remove the line: ppod makes a page for each.',
    };
  },
});

function linkOf({ content }: ValidEpisode): string | undefined {
  return content.link;
}
