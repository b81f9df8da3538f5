import { defineRule } from '../rule.ts';

export const socialCardsImpossible = defineRule({
  id: 'social-cards-impossible',
  subject: 'show',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: [],
  summary: 'The show asks for pictures to share that cannot be drawn.',
  why: 'Posts that share an episode would show no picture of it.',
  source: 'ppod',
  remedy: 'Install the package sharp, or remove the line socialCards.',
  *check({ content: { socialCards, pages } }, { impossible }) {
    if (!socialCards) return;
    if (!pages) {
      yield {
        at: ['socialCards'],
        message: 'The show asks for pictures to share, but it has no pages that they could belong to.',
        remedy: 'Remove this line, or the line "pages: false".',
      };
    } else if (impossible.has('socialCards')) {
      yield {
        at: ['socialCards'],
        message:
          'The show asks for pictures to share, but the package that draws them, sharp, does not work on this machine.',
        remedy: 'Install it with: npm install sharp@0.35.5, or remove this line.',
      };
    }
  },
});
