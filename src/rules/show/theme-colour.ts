import { parseColour } from '../../text/colour.ts';
import { defineRule } from '../rule.ts';

export const themeColour = defineRule({
  id: 'theme-colour',
  subject: 'show',
  severity: 'error',
  enforces: [],
  summary: 'A colour of the theme is not written as # and six digits.',
  why: 'Pages would be shown in other colours than the ones you chose.',
  source: 'ppod',
  remedy: 'Write the colour as # and six digits or letters from a to f, such as #005ea5, between quotes.',
  *check({ content: { theme } }) {
    for (const key of ['accent', 'background', 'text'] as const) {
      const value = theme?.[key];
      if (value === undefined || parseColour(value) !== undefined) continue;
      yield {
        at: ['theme', key],
        message: `"${value}" is not a colour that ppod can read.`,
        remedy: `Write the colour as # and six digits or letters from a to f, such as ${key}: "#005ea5".`,
      };
    }
  },
});
