import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const seasonSkipped = defineRule({
  id: 'season-skipped',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: [],
  summary: 'A season is missing between two others.',
  why: 'Listeners look for the season that is not there; most often the number is a slip.',
  source: 'ppod',
  remedy: 'Correct the number of the season.',
  *check({ content: { season }, file }, project) {
    const { seasons, episodes, hasAllNumbers } = lineUpOf(project);
    if (season === undefined || !hasAllNumbers) return;
    const numbers = [...seasons.keys()].filter((number) => number > 0);
    const before = Math.max(...numbers.filter((number) => number < season));
    if (!Number.isFinite(before) || before === season - 1) return;
    const first = episodes.find((entry) => entry.content.season === season);
    if (first?.file !== file) return;
    yield {
      at: ['season'],
      message: `This is season ${season}, but the season before it is ${before}.`,
      remedy: `Write season: ${before + 1}, unless a season is really missing.`,
    };
  },
});
