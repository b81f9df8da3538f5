import { defineRule } from '../rule.ts';

export const itemTitleNoNumbers = defineRule({
  id: 'item-title-no-numbers',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-title-no-numbers'],
  summary: 'The title begins with the number of the season or episode.',
  why: 'Apps show season and number themselves, so listeners would read it twice and lose the words that matter.',
  source: 'Apple Podcasts',
  remedy: 'Take the number out of the title, and write it as season and episode.',
  *check({ content, frontmatter }) {
    const title = content.title;
    const found = forms.map((form) => form.exec(title)).find((match) => match !== null);
    if (found === undefined) return;
    const [whole] = found;
    const number = found.groups?.['episode'];
    const season = found.groups?.['season'];
    const keys = [
      season !== undefined && content.season === undefined ? `season: ${Number(season)}` : '',
      number !== undefined && content.episode === undefined ? `episode: ${Number(number)}` : '',
    ].filter((line) => line !== '');
    yield {
      range: frontmatter.locate(['title']),
      message: `The title holds the number of the episode, "${whole.replace(/[\s:.|–—-]+$/, '').trim()}".`,
      remedy:
        keys.length === 0
          ? 'Take the number out of the title; season and episode already say it.'
          : `Take the number out of the title, and write it as ${keys.join(' and ')} on a line of its own.`,
    };
  },
});

/** Only where a number can hardly be anything else: "12 Angry Men" and "The P Pod: 2024 review" stay as they are. */
const forms: readonly RegExp[] = [
  /^\s*(?:s|season|series)\s*(?<season>\d{1,2})[\s,.:–—-]*(?:e|ep|episode)\.?\s*(?<episode>\d{1,4})\b[\s:.|–—-]*/i,
  /^\s*(?:ep|eps|episode|pod|podcast)\.?\s*(?:no\.?\s*|number\s*)?#?(?<episode>\d{1,4})\b[\s:.|–—-]*/i,
  /^\s*(?:#|no\.\s*)(?<episode>\d{1,4})\b[\s:.|–—-]*/i,
  /^\s*(?<episode>\d{1,3})\s*(?:[:|–—]\s|-\s|\.\s|\)\s)/,
  /[\s([|:–—-](?:ep|episode)\.?\s*#?(?<episode>\d{1,4})\s*[)\]]?\s*$/i,
  /[\s([|](?:s(?<season>\d{1,2})\s*e(?<episode>\d{1,4}))\s*[)\]]?\s*$/i,
];
