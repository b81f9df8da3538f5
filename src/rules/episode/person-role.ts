import { entriesOf, unknownRoles } from '../people.ts';
import { defineRule } from '../rule.ts';

export const personRole = defineRule({
  id: 'person-role',
  subject: 'episode',
  severity: 'warning',
  enforces: ['channel-podcast-person'],
  summary: 'Someone has a role or group that apps do not know, or too long a name.',
  why: 'Apps show the people of an episode by the words of the Podcast Taxonomy and ignore others.',
  source: 'Podcasting 2.0; Podcast Taxonomy',
  remedy: 'Write a role of the taxonomy, such as Guest, Narrator or Producer.',
  *check({ content }) {
    yield* unknownRoles([...entriesOf('people', content.people), ...entriesOf('guests', content.guests)]);
  },
});
