import { defineRule } from '../rule.ts';

export const publishEmailAlone = defineRule({
  id: 'publish-email-alone',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-owner-shape'],
  summary: 'publishEmail is set, but there is no email to publish.',
  why: 'Directories that verify a show by e-mail would find no address.',
  source: 'Spotify; Amazon Music; YouTube',
  remedy: 'Add a line email:, or remove publishEmail.',
  *check({ content }) {
    if (!content.publishEmail || content.email !== undefined) return;
    yield {
      at: ['publishEmail'],
      on: 'key',
      message: 'publishEmail is true, but there is no email that could be published.',
      remedy: 'Add a line such as email: podcast@example.org, or remove publishEmail.',
    };
  },
});
