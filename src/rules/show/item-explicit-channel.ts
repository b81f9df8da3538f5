import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const itemExplicitChannel = defineRule({
  id: 'item-explicit-channel',
  subject: 'show',
  compares: true,
  severity: 'warning',
  enforces: ['item-explicit-channel'],
  summary: 'Most episodes are explicit, but the show says that it is not.',
  why: 'Apps filter by the mark of the show; a wrong one can get it removed.',
  source: 'Apple Podcasts',
  remedy: 'Set explicit: true in show.md, or correct the episodes.',
  *check({ content }, project) {
    const { episodes } = lineUpOf(project);
    const explicit = episodes.filter((entry) => entry.content.explicit === true).length;
    if (content.explicit || explicit * 2 <= episodes.length) return;
    yield {
      at: ['explicit'],
      message: `${explicit === episodes.length ? 'Every episode is' : `${explicit} of ${episodes.length} episodes are`} explicit, but the show says that it is not.`,
      remedy: 'Write explicit: true here, or correct the episodes.',
    };
  },
});
