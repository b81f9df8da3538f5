import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const episodeSkipped = defineRule({
  id: 'episode-skipped',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: [],
  summary: 'A number is missing between two episodes of a season.',
  why: 'Listeners look for the episode that is not there; most often the number is a slip.',
  source: 'ppod',
  remedy: 'Correct the number of the episode.',
  *check({ content: { type, season = 0, episode }, file }, project) {
    if (type !== 'full' || episode === undefined) return;
    const { seasons, hasAllNumbers } = lineUpOf(project);
    if (!hasAllNumbers) return;
    const numbers = seasons.get(season);
    const before = Math.max(...[...(numbers?.keys() ?? [])].filter((number) => number < episode));
    if (!Number.isFinite(before) || before === episode - 1) return;
    if (numbers?.get(episode)?.[0]?.file !== file) return;
    yield {
      at: ['episode'],
      message: `This is number ${episode}, but the number before it is ${before}.`,
      remedy: `Write episode: ${before + 1}, unless an episode is really missing; a withdrawn one keeps its number in its file.`,
    };
  },
});
