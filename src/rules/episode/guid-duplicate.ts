import type { EpisodeEntry } from '../../model/project.ts';
import { earlierEpisodeWith } from '../earlier-episode.ts';
import { defineRule } from '../rule.ts';

const guidOf = ({ content }: EpisodeEntry) => content?.guid;

export const guidDuplicate = defineRule({
  id: 'guid-duplicate',
  subject: 'episode',
  compares: true,
  severity: 'error',
  appliesToWithdrawn: true,
  isEssential: true,
  enforces: ['item-guid-unique'],
  summary: 'Two episodes have the same guid.',
  why: 'Apps take the second for a copy of the first and never show it; the guid of a withdrawn episode stays taken.',
  source: 'Apple Podcasts; PSP-1; Spotify',
  remedy: 'Give the newer episode a guid of its own.',
  *check(episode, project) {
    const other = earlierEpisodeWith(guidOf, episode, project);
    if (other === undefined) return;
    yield {
      at: ['guid'],
      message: `The guid "${episode.content.guid}" already belongs to ${other.file}.`,
      remedy: 'Give the newer of the two a guid of its own; leave the one that was published first as it is.',
    };
  },
});
