import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const dateOrder = defineRule({
  id: 'date-order',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: [],
  summary: 'An episode is dated before one that has a lower number in the same season.',
  why: 'Apps sort by date or by number; listeners of the one would hear the episodes in another order than listeners of the other.',
  source: 'Apple Podcasts',
  remedy: 'Correct the date or the number.',
  *check({ content }, project) {
    const { type, season = 0, episode, date } = content;
    if (content.draft || type !== 'full' || episode === undefined) return;
    const { seasons, before } = lineUpOf(project);
    const { lastDate } = before.get(season)?.get(episode) ?? {};
    if (lastDate === undefined || lastDate <= date.epochMilliseconds) return;
    for (const [number, entries] of seasons.get(season) ?? []) {
      if (number >= episode) continue;
      const later = entries.find(
        ({ content: other, substituted }) =>
          !substituted.includes('date') && other.date.epochMilliseconds > date.epochMilliseconds,
      );
      if (later === undefined) continue;
      yield {
        at: ['date'],
        message: `Episode ${episode} is dated before episode ${number} (${later.file}).`,
        remedy: 'Correct the date or the number of one of the two.',
      };
      return;
    }
  },
});
