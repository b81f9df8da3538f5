import { defineRule } from '../rule.ts';

export const dateImplausible = defineRule({
  id: 'date-implausible',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-pubdate-not-future'],
  summary: 'The date is from before there were podcasts.',
  why: 'Apps put the episode at the very end of the list, where nobody looks.',
  source: 'W3C feed validator',
  remedy: 'Correct the year.',
  *check({ content }) {
    if (content.date.epochMilliseconds >= Date.UTC(2000, 0, 1)) return;
    const year = new Date(content.date.epochMilliseconds).getUTCFullYear();
    yield {
      at: ['date'],
      message: `The year ${year} is from before there were podcasts.`,
      remedy: 'Correct the year.',
    };
  },
});
