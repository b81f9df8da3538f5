import { lineUpOf } from '../line-up.ts';
import { defineRule } from '../rule.ts';

export const hostMissing = defineRule({
  id: 'host-missing',
  subject: 'show',
  compares: true,
  severity: 'info',
  enforces: ['channel-podcast-person'],
  summary: 'Nobody is named as host.',
  why: 'Apps show who speaks and let people follow them from show to show.',
  source: 'Podcasting 2.0',
  remedy: 'Add hosts to show.md, each with a name.',
  *check({ content }, project) {
    const { episodes } = lineUpOf(project);
    const isNamed = content.hosts.length > 0 || episodes.some((entry) => entry.content.people.length > 0);
    if (isNamed || episodes.length === 0) return;
    yield {
      message: 'Neither the show nor any episode says who presents it.',
      remedy: 'Add lines such as hosts: and below it - name: Sam Field.',
    };
  },
});
