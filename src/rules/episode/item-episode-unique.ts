import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const itemEpisodeUnique = defineRule({
  id: 'item-episode-unique',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['item-episode-unique'],
  summary: 'Two full episodes of a season have the same number.',
  why: 'Apple Podcasts sorts a season by number and shows one of the two in the wrong place.',
  source: 'Apple Podcasts',
  remedy: 'Give each its own number.',
  *check({ content: { type, season = 0, episode }, file }, project) {
    if (type !== 'full' || episode === undefined) return;
    const other = lineUpOf(project)
      .seasons.get(season)
      ?.get(episode)
      ?.find((entry) => entry.file < file);
    if (other === undefined) return;
    yield {
      at: ['episode'],
      message: `${other.file} is already number ${episode}${season === 0 ? '' : ` of season ${season}`}.`,
      remedy: 'Give each episode its own number.',
    };
  },
});
