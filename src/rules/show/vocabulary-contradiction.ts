import { defineRule } from '../rule.ts';

export const vocabularyContradiction = defineRule({
  id: 'vocabulary-contradiction',
  subject: 'show',
  severity: 'warning',
  enforces: [],
  summary: 'A spelling is listed both as right and as wrong.',
  why: 'Which of the two a transcript ends up with would depend on the order.',
  source: 'ppod',
  remedy: 'Keep the spelling in one place.',
  *check({ content: { vocabulary } }) {
    const right = new Set(Object.keys(vocabulary));
    for (const [word, wrongOnes] of Object.entries(vocabulary)) {
      for (const [index, wrong] of wrongOnes.entries()) {
        if (!right.has(wrong)) continue;
        yield {
          at: ['vocabulary', word, index],
          message: `"${wrong}" is listed here as wrong, and is also listed as a right spelling.`,
          remedy: 'Keep it in one of the two places.',
        };
      }
    }
  },
});
