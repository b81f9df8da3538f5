import { defineRule } from '../rule.ts';

export const itemGuidTrimmed = defineRule({
  id: 'item-guid-trimmed',
  subject: 'episode',
  severity: 'error',
  appliesToWithdrawn: true,
  enforces: ['item-guid-trimmed'],
  summary: 'The guid has a space in it.',
  why: 'Some apps drop spaces and some do not, so the episode would exist twice.',
  source: 'Apple Podcasts',
  remedy: 'Remove the space, unless the episode is already published with it.',
  *check({ content: { guid } }) {
    if (guid === undefined || !/\s/.test(guid)) return;
    const isOutside = guid !== guid.trim();
    yield {
      at: ['guid'],
      severity: isOutside ? 'error' : 'warning',
      message: `The guid "${guid}" ${isOutside ? 'begins or ends with a space' : 'has a space in it'}.`,
      remedy: isOutside
        ? `Write it as ${guid.trim()}, without the space.`
        : 'Remove the space before the episode is first published; leave it when it is already out.',
    };
  },
});
