import { beginningOfBody } from '../body-place.ts';
import { descriptionLimit, feedBytes } from '../description-size.ts';
import { defineRule } from '../rule.ts';

export const channelDescriptionBytes = defineRule({
  id: 'channel-description-bytes',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-description-bytes'],
  summary: 'The description of the show is longer than 4000 bytes.',
  why: 'Directories take at most 4000 bytes, mark-up included, so the rest is cut off in the feed.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Shorten the description.',
  *check({ content, frontmatter }) {
    const bytes = feedBytes(frontmatter.body, content.site);
    if (bytes <= descriptionLimit) return;
    yield {
      range: beginningOfBody(frontmatter),
      message: `The description comes to ${bytes} bytes; directories take ${descriptionLimit}, so its end will be cut off.`,
      remedy: 'Shorten it: the first paragraph is the one that people read.',
    };
  },
});
