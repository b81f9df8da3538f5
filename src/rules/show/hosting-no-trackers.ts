import { defineRule } from '../rule.ts';

export const hostingNoTrackers = defineRule({
  id: 'hosting-no-trackers',
  subject: 'show',
  severity: 'warning',
  enforces: ['hosting-no-trackers'],
  summary: 'Every download passes through another company first.',
  why: 'An audioPrefix tells that company who listens to what, and the show stops when its service does.',
  source: 'Safeguarding practice; Podnews',
  remedy: 'Remove audioPrefix, or say so in the privacy notice and switch this rule off.',
  *check({ content: { audioPrefix } }) {
    if (audioPrefix === undefined) return;
    yield {
      at: ['audioPrefix'],
      message: `Every download passes through ${new URL(audioPrefix).hostname}, which learns who listens to what.`,
      remedy: 'Remove audioPrefix; or say so in your privacy notice, and switch this rule off under rules.',
    };
  },
});
