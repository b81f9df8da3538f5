import { earlierWithSame, type ValidEpisode } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const itemPubdateDistinct = defineRule({
  id: 'item-pubdate-distinct',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['item-pubdate-distinct'],
  summary: 'Two episodes are published in the same minute.',
  why: 'Apps sort by date; with equal dates the order changes from app to app.',
  source: 'Podnews',
  remedy: 'Put at least a minute between them.',
  *check(entry, project) {
    const other = earlierWithSame(minuteOf, entry, project);
    if (other === undefined) return;
    yield {
      at: ['date'],
      message: `${other.file} is published in the same minute, so apps may show the two in either order.`,
      remedy: 'Write a time of day, such as 2026-03-01 09:30, that differs by a minute or more.',
    };
  },
});

/** A draft has no date yet that could be held against it. */
function minuteOf({ content, substituted }: ValidEpisode): string | undefined {
  return content.draft || substituted.includes('date')
    ? undefined
    : String(Math.floor(content.date.epochMilliseconds / 60_000));
}
