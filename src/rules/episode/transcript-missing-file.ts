import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';

export const transcriptMissingFile = defineRule({
  id: 'transcript-missing-file',
  subject: 'episode',
  compares: true,
  severity: 'error',
  enforces: ['transcript-present'],
  summary: 'The transcript that an episode names is not there.',
  why: 'People who read instead of listening would find nothing.',
  source: 'WCAG 2.2; PSP-1',
  remedy: 'Put the file there, or correct its name.',
  mayFind: ({ transcripts }) => transcripts.some(({ exists }) => !exists),
  *check({ content, transcripts }, { strayFiles }) {
    for (const [index, name] of (content.transcript ?? []).entries()) {
      if (transcripts.find(({ path }) => path === name)?.exists !== false) continue;
      const meant = nearest(name, strayFiles);
      yield {
        at: content.transcript?.length === 1 ? ['transcript'] : ['transcript', index],
        message: `There is no transcript "${name}".`,
        remedy:
          meant === undefined
            ? 'Put the file there, or correct the name; it begins with episodes/.'
            : `Did you mean "${meant}"? Correct the name here.`,
      };
    }
  },
});
