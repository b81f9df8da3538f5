import { defineRule } from '../rule.ts';

export const waiveReason = defineRule({
  id: 'waive-reason',
  subject: 'episode',
  severity: 'warning',
  enforces: [],
  summary: 'A rule is waived for a reason that says nothing.',
  why: 'Whoever comes after you has to know why this episode may break the rule.',
  source: 'ppod',
  remedy: 'Write the reason in a few words.',
  *check({ content: { waive } }) {
    for (const [id, reason] of Object.entries(waive)) {
      if (/\p{L}{2,}[^\p{L}]+\p{L}{2,}/u.test(reason) && !/^(?:to do|n\/a|no reason|not needed)\.?$/i.test(reason))
        continue;
      yield {
        at: ['waive', id],
        message: `The reason for waiving ${id} is only "${reason}".`,
        remedy: 'Say in a few words why this episode may break the rule.',
      };
    }
  },
});
