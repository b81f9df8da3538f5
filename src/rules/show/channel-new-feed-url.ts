import { defineRule } from '../rule.ts';

export const channelNewFeedUrl = defineRule({
  id: 'channel-new-feed-url',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-new-feed-url'],
  summary: 'The feed tells apps that the show has moved to another address.',
  why: 'A newFeedUrl that was left behind or mistyped moves every subscriber without asking.',
  source: 'Apple Podcasts',
  remedy: 'Remove newFeedUrl unless the show is moving just now.',
  *check({ content }) {
    if (content.newFeedUrl === undefined) return;
    const own = new URL(content.feed, content.site.endsWith('/') ? content.site : `${content.site}/`).href;
    if (new URL(content.newFeedUrl).href === own) return;
    yield {
      at: ['newFeedUrl'],
      message: `Every subscriber will be moved from ${own} to ${content.newFeedUrl}.`,
      remedy: 'Check the new address letter by letter. Remove this line unless the show is moving just now.',
    };
  },
});
