import { stateOf } from '../../model/project.ts';
import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const itemTrailerSemantics = defineRule({
  id: 'item-trailer-semantics',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['item-trailer-semantics'],
  summary: 'A trailer has the number of an episode that is out, or is the only thing that is numbered so.',
  why: 'A trailer with a number announces that episode; beside the episode itself it is a second one of that number.',
  source: 'Apple Podcasts',
  remedy: 'Remove the number from the trailer, or withdraw the trailer.',
  mayFind: ({ content: { type, episode } }) => type === 'trailer' && episode !== undefined,
  *check({ content: { type, season = 0, episode } }, project) {
    if (type !== 'trailer' || episode === undefined) return;
    const full = lineUpOf(project)
      .seasons.get(season)
      ?.get(episode)
      ?.find((entry) => stateOf(entry.content, project.asOf) === 'published');
    if (full === undefined) return;
    yield {
      at: ['episode'],
      message: `This trailer announces number ${episode}, which is already out (${full.file}).`,
      remedy: 'Withdraw the trailer, or remove its number to make it one of the season or the show.',
    };
  },
});
