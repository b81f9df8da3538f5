import { entriesOf, unknownRoles } from '../people.ts';
import { defineRule } from '../rule.ts';

export const channelPodcastPerson = defineRule({
  id: 'channel-podcast-person',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-podcast-person'],
  summary: 'A host has a role or group that apps do not know, or too long a name.',
  why: 'Apps show the people of a show by the words of the Podcast Taxonomy and ignore others.',
  source: 'Podcasting 2.0; Podcast Taxonomy',
  remedy: 'Write a role of the taxonomy, such as Host or Producer.',
  *check({ content }) {
    yield* unknownRoles(entriesOf('hosts', content.hosts));
  },
});
