import type { Finding, Rule, RuleText, Surroundings } from '../rule.ts';
import { allowedIn } from './allowed.ts';
import type { Match } from './match.ts';
import { type PublishedText, textsOfEpisode, textsOfShow } from './published-texts.ts';

/** One rule on everything that is published: the same words for the show and for an episode. */
export interface TextRule {
  readonly show: Rule<'show'>;
  readonly episode: Rule<'episode'>;
}

interface DetailText extends RuleText {
  readonly find: (text: string) => readonly Match[];
  /** What is wrong with the words that were found. */
  readonly message: (words: string) => string;
  /** True where the words must not be repeated in a report that others may read. */
  readonly hidesSource?: boolean;
}

/** A rule that looks for a kind of personal detail; what is on the show's `allow` list passes. */
export function detailRule({ find, message, hidesSource, ...text }: DetailText): TextRule {
  function* judge(texts: readonly PublishedText[], project: Surroundings): Iterable<Finding> {
    const isAllowed = allowedIn(project);
    for (const published of texts) {
      for (const { start, end } of find(published.text)) {
        const words = published.text.slice(start, end);
        if (isAllowed(words)) continue;
        yield {
          ...published.locate(start, end),
          ...(hidesSource === undefined ? {} : { hidesSource }),
          message: message(words),
          remedy: text.remedy,
        };
      }
    }
  }
  return textRule(text, judge);
}

export function textRule(
  text: RuleText,
  judge: (texts: readonly PublishedText[], project: Surroundings) => Iterable<Finding>,
): TextRule {
  return {
    show: { ...text, subject: 'show', check: (show, project) => judge(textsOfShow(show), project) },
    episode: {
      ...text,
      subject: 'episode',
      check: (entry, project) => judge(textsOfEpisode(entry, project), project),
    },
  };
}
