import { defineRule } from '../rule.ts';

export const searchImpossible = defineRule({
  id: 'search-impossible',
  subject: 'show',
  compares: true,
  severity: 'error',
  isEssential: true,
  enforces: [],
  summary: 'The show asks for a search that cannot be made.',
  why: 'Visitors would be offered a search that finds nothing.',
  source: 'ppod',
  remedy: 'Install the package pagefind, or remove the line search.',
  *check({ content: { search, pages } }, { impossible }) {
    if (!search) return;
    if (!pages) {
      yield {
        at: ['search'],
        message: 'The show asks for a search, but it has no pages that could be searched.',
        remedy: 'Remove this line, or the line "pages: false".',
      };
    } else if (impossible.has('search')) {
      yield {
        at: ['search'],
        message: 'The show asks for a search, but the package that makes it, pagefind, does not work on this machine.',
        remedy: 'Install it with: npm install pagefind@1.5.2. Or remove this line.',
      };
    }
  },
});
