import { defineRule } from '../rule.ts';

export const itemTitleNoShowName = defineRule({
  id: 'item-title-no-show-name',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-title-no-show-name'],
  summary: 'The title repeats the name of the show.',
  why: 'Apps show the name of the show beside every episode, and cut long titles.',
  source: 'Apple Podcasts',
  remedy: 'Take the name of the show out of the title.',
  *check({ content }, { show }) {
    const name = show.content?.title;
    if (name === undefined) return;
    const title = fold(content.title);
    const wanted = fold(name);
    const isRepeated =
      title === wanted ||
      separators.some((sign) => title.startsWith(`${wanted}${sign}`) || title.endsWith(`${sign}${wanted}`));
    if (!isRepeated) return;
    yield {
      at: ['title'],
      message: `The title repeats the name of the show, "${name}".`,
      remedy: 'Take the name of the show out of the title; apps show it beside every episode.',
    };
  },
});

/** With a sign between the two: a title such as "Welcome to The P Pod" needs the name. */
const separators = [': ', ' | ', ' - ', ' – ', ' — ', ', ', ' • ', ' · '];

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
