import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const episodeUnnumbered = defineRule({
  id: 'episode-unnumbered',
  subject: 'episode',
  compares: true,
  severity: 'info',
  enforces: [],
  summary: 'The episode has no number although most others of its season have one.',
  why: 'Apple Podcasts sorts such a season by number and puts this episode in the wrong place.',
  source: 'Apple Podcasts',
  remedy: 'Add the number, or write type: bonus.',
  mayFind: ({ content: { type, episode } }) => type === 'full' && episode === undefined,
  *check({ content: { type, season = 0, episode } }, project) {
    if (type !== 'full' || episode !== undefined || project.show.content?.type === 'serial') return;
    const { seasons, episodes, hasAllNumbers } = lineUpOf(project);
    const numbered = seasons.get(season)?.size ?? 0;
    if (numbered < 3 || !hasAllNumbers) return;
    const unnumbered = episodes.filter(
      ({ content }) => content.type === 'full' && (content.season ?? 0) === season && content.episode === undefined,
    ).length;
    if (unnumbered * 2 > numbered) return;
    yield {
      message: `${numbered} other episodes ${season === 0 ? '' : `of season ${season} `}have a number, but this one has none.`,
      remedy: 'Add a line such as episode: 4, or type: bonus when it stands outside the count.',
    };
  },
});
