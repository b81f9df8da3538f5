import { defineRule } from '../rule.ts';

export const channelTitleShort = defineRule({
  id: 'channel-title-short',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-title-short', 'xml-text-255'],
  summary: 'The title, author or copyright of the show is longer than 255 characters.',
  why: 'Directories take at most 255 characters, and apps cut a title long before that.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Shorten it.',
  *check({ content }) {
    for (const key of ['title', 'author', 'copyright'] as const) {
      const length = content[key]?.length ?? 0;
      if (length <= 255) continue;
      yield {
        at: [key],
        message: `The ${key} is ${length} characters long; directories take at most 255.`,
        remedy: 'Shorten it, with the most telling words first.',
      };
    }
  },
});
