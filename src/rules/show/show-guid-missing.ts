import { guidOfShow } from '../../model/guids.ts';
import { addedLine } from '../repairs.ts';
import { defineRule } from '../rule.ts';

export const showGuidMissing = defineRule({
  id: 'show-guid-missing',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-podcast-guid', 'channel-podcast-guid-forever'],
  summary: 'The show has no guid of its own.',
  why: 'ppod makes one from the address of the feed meanwhile, but a move to another address would then change it and split the show in two.',
  source: 'PSP-1; Podcasting 2.0',
  remedy: 'Add the guid that ppod shows, once, and never change it.',
  *check(entry) {
    const { content } = entry;
    if (content.guid !== undefined) return;
    const isKnown = !['site', 'feed', 'guid'].some((key) => entry.substituted.includes(key));
    const fix = isKnown ? addedLine(entry, 'guid', guidOfShow(content)) : undefined;
    yield {
      at: ['guid'],
      message: 'The show has no guid, so it has one that depends on its web address. A move would change it.',
      remedy: 'Run ppod check --fix, or copy the podcast:guid from the feed into a line guid: in show.md.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
});
