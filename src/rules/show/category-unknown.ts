import { parseCategory, suggestCategory } from '../../model/categories.ts';
import { rewrittenValue } from '../repairs.ts';
import { replacedBy } from '../rewrites.ts';
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
  *check(entry) {
    for (const [index, name] of entry.content.categories.entries()) {
      if (parseCategory(name) !== undefined) continue;
      const meant = suggestCategory(name);
      const isSame = meant !== undefined && fold(meant) === fold(name);
      const fix = isSame ? rewrittenValue(entry, ['categories', index], replacedBy(meant)) : undefined;
      yield {
        at: ['categories', index],
        message: `"${name}" is not one of Apple's categories.`,
        remedy:
          meant === undefined
            ? "Choose one of Apple's categories, such as Government, Education > Courses or Kids & Family > Parenting."
            : `Did you mean "${meant}"?`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

/** A category without what people write in several ways: case, "and" for &, spaces around the sign. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/\band\b/g, '&')
    .replace(/[^a-z&>]/g, '');
}
