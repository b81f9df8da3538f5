import { artworkEpisodeRules, artworkShowRules } from './artwork/index.ts';
import { audioRules } from './audio/index.ts';
import { chapterRules } from './chapters/index.ts';
import { episodeRules as factRules } from './episode/index.ts';
import { nameSpelling } from './name-spelling.ts';
import { privacyEpisodeRules, privacyShowRules } from './privacy/index.ts';
import type { Rule, RuleText } from './rule.ts';
import { schemaTexts, settingTexts } from './schema-texts.ts';
import { showRules as showFactRules } from './show/index.ts';
import { spacing } from './spacing.ts';
import { transcriptRules } from './transcript/index.ts';
import { readingTexts } from './transcript/reading-texts.ts';
import { vocabularySpelling } from './vocabulary-spelling.ts';

/** The rules that look at the show, by subject. */
export const showRules: readonly Rule<'show'>[] = [
  ...showFactRules,
  ...artworkShowRules,
  ...privacyShowRules,
  spacing.show,
  vocabularySpelling.show,
];

/** The rules that look at one episode, by subject. */
export const episodeRules: readonly Rule<'episode'>[] = [
  ...factRules,
  ...artworkEpisodeRules,
  ...audioRules,
  ...chapterRules,
  ...privacyEpisodeRules,
  ...transcriptRules,
  spacing.episode,
  nameSpelling,
  vocabularySpelling.episode,
];

const texts: readonly RuleText[] = [
  ...Object.values<RuleText>(schemaTexts),
  ...Object.values<RuleText>(settingTexts),
  ...Object.values<RuleText>(readingTexts),
  ...showRules,
  ...episodeRules,
];

/** Every rule's own words once, in the order of their ids: some rules look at the show and at episodes. */
export const ruleTexts: readonly RuleText[] = [...new Map(texts.map((text) => [text.id, text])).values()].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);
