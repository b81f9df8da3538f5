import { entriesOf, mismatchedRoles } from '../people.ts';
import { defineRule } from '../rule.ts';

export const channelPodcastPersonPair = defineRule({
  id: 'channel-podcast-person-pair',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-podcast-person-pair'],
  summary: 'A host has a role that does not belong to the group beside it.',
  why: 'Apps that sort people by group would put the person in the wrong place.',
  source: 'Podcast Taxonomy',
  remedy: 'Write the group that the role belongs to, or none.',
  *check({ content }) {
    yield* mismatchedRoles(entriesOf('hosts', content.hosts));
  },
});
