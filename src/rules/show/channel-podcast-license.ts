import { licenceFault } from '../licence-fault.ts';
import { defineRule } from '../rule.ts';

export const channelPodcastLicense = defineRule({
  id: 'channel-podcast-license',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-podcast-license'],
  summary: 'The licence of the show is not one that apps know.',
  why: 'Apps can explain a licence only when they know its name.',
  source: 'Podcasting 2.0',
  remedy: 'Write a known licence name, such as CC-BY-4.0.',
  *check({ content }) {
    if (content.license === undefined) return;
    const fault = licenceFault(content.license);
    if (fault !== undefined) yield { at: ['license'], ...fault };
  },
});
