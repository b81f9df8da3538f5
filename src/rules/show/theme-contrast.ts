import { weakColours } from '../../model/palette.ts';
import { defineRule } from '../rule.ts';

export const themeContrast = defineRule({
  id: 'theme-contrast',
  subject: 'show',
  severity: 'error',
  enforces: [],
  summary: 'A colour of the theme is too close to the background.',
  why: 'Many readers cannot make out such text. The law asks public bodies for a contrast of at least 4.5 to 1.',
  source: 'WCAG 2.2, success criterion 1.4.3',
  remedy: 'Take a darker colour on a light background, or a lighter one on a dark background.',
  *check({ content: { theme } }) {
    for (const { key, colour, background, contrast, readable } of weakColours(theme)) {
      // A colour of ppod's own can only have been spoilt by the show's background.
      const at = theme?.[key] === undefined ? ['theme', 'background'] : ['theme', key];
      const sight = `${key === 'text' ? 'Text' : 'A link'} in ${colour} on ${background}`;
      yield {
        at,
        message: `${sight} has a contrast of ${floored(contrast)} to 1. At least 4.5 is needed.`,
        remedy: `Write ${key}: "${readable}", or another colour that differs more from ${background}.`,
      };
    }
  },
});

/** Rounded down, so that 4.49 is never told as 4.5. */
function floored(contrast: number): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}
