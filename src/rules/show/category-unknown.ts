import { parseCategory, suggestCategory } from '../../model/categories.ts';
import { defineRule } from '../rule.ts';

export const categoryUnknown = defineRule({
  id: 'category-unknown',
  subject: 'show',
  severity: 'error',
  enforces: ['channel-category-valid', 'channel-category-nesting'],
  summary: "A category is not in Apple's list.",
  why: 'Apple Podcasts refuses a show without a category of its list, spelt exactly so.',
  source: 'Apple Podcasts',
  remedy: 'Choose a category of the list, written like Education > Courses.',
  *check({ content }) {
    for (const [index, name] of content.categories.entries()) {
      if (parseCategory(name) !== undefined) continue;
      const meant = suggestCategory(name);
      yield {
        at: ['categories', index],
        message: `"${name}" is not one of Apple's categories.`,
        remedy:
          meant === undefined
            ? "Choose one of Apple's categories, such as Government, Education > Courses or Kids & Family > Parenting."
            : `Did you mean "${meant}"?`,
      };
    }
  },
});
