import { earlierWithSame, type ValidEpisode } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const itemTitleUnique = defineRule({
  id: 'item-title-unique',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: [],
  summary: 'Two episodes have the same title.',
  why: 'Listeners cannot tell them apart in a list, and may take the second for the first.',
  source: 'ppod',
  remedy: 'Give one of them another title.',
  *check(entry, project) {
    const other = earlierWithSame(titleOf, entry, project);
    if (other === undefined) return;
    yield {
      at: ['title'],
      message: `${other.file} has the same title.`,
      remedy: 'Give one of the two a title that tells them apart.',
    };
  },
});

function titleOf({ content, substituted }: ValidEpisode): string | undefined {
  return substituted.includes('title') ? undefined : content.title.toLowerCase();
}
