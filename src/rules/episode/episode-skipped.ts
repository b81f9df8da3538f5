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
    const { seasons, before, hasAllNumbers } = lineUpOf(project);
    if (!hasAllNumbers || seasons.get(season)?.get(episode)?.[0]?.file !== file) return;
    const { number } = before.get(season)?.get(episode) ?? {};
    if (number === undefined || number === episode - 1) return;
    yield {
      at: ['episode'],
      message: `This is number ${episode}, but the number before it is ${number}.`,
      remedy: `Write episode: ${number + 1}, unless an episode is really missing; a withdrawn one keeps its number in its file.`,
    };
  },
});
