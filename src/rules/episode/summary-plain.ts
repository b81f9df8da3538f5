import { findMarkup } from '../plain-text.ts';
import { defineRule } from '../rule.ts';

export const summaryPlain = defineRule({
  id: 'summary-plain',
  subject: 'episode',
  severity: 'warning',
  enforces: ['xml-escape-once'],
  summary: 'The summary holds mark-up, or is longer than a summary.',
  why: 'The summary is plain text for lists and search results, which cut it after some two lines.',
  source: 'Apple Podcasts',
  remedy: 'Write one or two plain sentences; the notes have room for the rest.',
  *check({ content: { summary } }) {
    if (summary === undefined) return;
    const markup = findMarkup(summary);
    if (markup !== undefined) {
      yield {
        at: ['summary'],
        message: `The summary holds mark-up, "${markup}", which readers would see as it stands.`,
        remedy: 'Write plain sentences here, and put links into the notes.',
      };
    }
    if (summary.length <= longest) return;
    yield {
      at: ['summary'],
      severity: 'info',
      message: `The summary is ${summary.length} characters long; lists and search results show about ${shown}.`,
      remedy: 'Keep one or two sentences here, and move the rest into the notes.',
    };
  },
});

const shown = 160;
const longest = 400;
