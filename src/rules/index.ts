import { episodeRules } from './episode/index.ts';
import type { RuleText } from './rule.ts';
import { schemaTexts, settingTexts } from './schema-texts.ts';
import { showRules } from './show/index.ts';

export { episodeRules, showRules };

/** Every rule's own words, in the order of their ids. */
export const ruleTexts: readonly RuleText[] = [
  ...Object.values<RuleText>(schemaTexts),
  ...Object.values<RuleText>(settingTexts),
  ...showRules,
  ...episodeRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));
