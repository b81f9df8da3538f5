import { defineRule } from '../rule.ts';

export const feedName = defineRule({
  id: 'feed-name',
  subject: 'show',
  severity: 'warning',
  enforces: ['hosting-type-feed'],
  summary: 'The file name of the feed does not end in .xml.',
  why: 'Web servers tell the kind of a file by its ending; apps do not read a feed that is served as something else.',
  source: 'W3C feed validator',
  remedy: 'Write a name such as feed.xml, unless subscribers already use this one.',
  *check({ content }) {
    if (/\.(?:xml|rss)$/i.test(content.feed)) return;
    yield {
      at: ['feed'],
      message: `Servers do not know from the name "${content.feed}" that it is a feed.`,
      remedy: 'Write feed: feed.xml, unless subscribers already use this address.',
    };
  },
});
