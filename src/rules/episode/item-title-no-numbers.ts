import type { Episode } from '../../model/episode.ts';
import { defineRule } from '../rule.ts';

export const itemTitleNoNumbers = defineRule({
  id: 'item-title-no-numbers',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-title-no-numbers'],
  summary: 'The title holds the number of the season or episode.',
  why: 'Apps show season and number themselves, so listeners would read it twice and lose the words that matter.',
  source: 'Apple Podcasts',
  remedy: 'Take the number out of the title, and write it as season and episode.',
  *check({ content }) {
    const found = numberIn(content);
    if (found === undefined) return;
    const { season, episode } = found.groups ?? {};
    const keys = [
      season !== undefined && content.season === undefined ? `season: ${Number(season)}` : '',
      episode !== undefined && content.episode === undefined ? `episode: ${Number(episode)}` : '',
    ].filter((line) => line !== '');
    yield {
      at: ['title'],
      message: `The title holds the number of the episode, "${found[0].replace(/[\s:.|–—-]+$/, '').trim()}".`,
      remedy:
        keys.length === 0
          ? 'Take the number out of the title; the keys already say it.'
          : `Take the number out of the title, and write ${keys.join(' and ')}${keys.length > 1 ? ', each' : ''} on a line of its own.`,
    };
  },
});

/** The title says itself that it is a number of an episode. */
const certain: readonly RegExp[] = [
  /^\s*(?:s|season|series)\s*(?<season>\d{1,2})[\s,.:–—-]*(?:e|ep|episode)\.?\s*(?<episode>\d{1,4})\b[\s:.|–—-]*/i,
  /^\s*(?:ep|eps|episode|pod|podcast)\.?\s*(?:no\.?\s*|number\s*)?#?(?<episode>\d{1,4})\b[\s:.|–—-]*/i,
  /^\s*(?:#|no\.\s*)(?<episode>\d{1,4})\b[\s:.|–—-]*/i,
  /[\s([|](?:s(?<season>\d{1,2})\s*e(?<episode>\d{1,4}))\s*[)\]]?\s*$/i,
];

/** A number that may be another: "What I learned from episode 4", "999: who answers". */
const likely: readonly RegExp[] = [
  /^\s*(?<episode>\d{1,3})\s*(?:[:|–—]\s|-\s|\.\s|\)\s)/,
  /[\s([|:–—-](?:ep|episode)\.?\s*#?(?<episode>\d{1,4})\s*[)\]]?\s*$/i,
];

/** Numbers that people call. */
const telephone = /^(?:101|111|112|116|119|911|999)$/;

function numberIn({ title, episode }: Episode): RegExpExecArray | undefined {
  const match = (forms: readonly RegExp[]) => forms.map((form) => form.exec(title)).find((found) => found !== null);
  const sure = match(certain);
  if (sure !== undefined) return sure;
  const found = match(likely);
  const number = found?.groups?.['episode'];
  if (number === undefined) return undefined;
  const isMeant = episode === undefined ? !telephone.test(number) : episode === Number(number);
  return isMeant ? found : undefined;
}
