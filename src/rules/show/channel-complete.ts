import { stateOf } from '../../model/project.ts';
import { defineRule } from '../rule.ts';

export const channelComplete = defineRule({
  id: 'channel-complete',
  subject: 'show',
  compares: true,
  severity: 'warning',
  enforces: ['channel-complete'],
  summary: 'The show is called complete although episodes are still to come.',
  why: 'Apps stop looking for new episodes of a complete show, so nobody would see them.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Remove complete: true until the last episode is out.',
  *check({ content }, { episodes, asOf }) {
    if (!content.complete) return;
    const coming = episodes.find(
      (entry) => entry.content !== undefined && stateOf(entry.content, asOf) === 'scheduled',
    );
    if (coming === undefined) return;
    yield {
      at: ['complete'],
      message: `complete: true tells apps that no episode will ever come again, but ${coming.file} is still to come.`,
      remedy: 'Remove this line until the last episode is out.',
    };
  },
});
