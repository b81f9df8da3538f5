import { defineRule } from '../rule.ts';

export const channelCopyright = defineRule({
  id: 'channel-copyright',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-copyright'],
  summary: 'The copyright line holds a year, the sign or the word, not just the holder.',
  why: 'Apps add the sign themselves, and a year grows old.',
  source: 'PSP-1',
  remedy: 'Write the name of the rights holder alone.',
  *check({ content: { copyright } }) {
    if (copyright === undefined) return;
    const name = copyright
      .replace(/\(c\)|[©℗]|\bcopyright\b|\ball rights reserved\b\.?/gi, ' ')
      .replace(/\b(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d|present|today))?\b/gi, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,.;:-]+|[\s,;:-]+$/g, '');
    if (name === copyright.replace(/\s+/g, ' ').replace(/[,;:-]+$/, '')) return;
    yield {
      at: ['copyright'],
      message: `The copyright line "${copyright}" holds more than the name of the rights holder.`,
      remedy: name === '' ? 'Write the name of the rights holder alone.' : `Write copyright: ${name}`,
    };
  },
});
