import { defineRule } from '../rule.ts';

export const channelAuthorClean = defineRule({
  id: 'channel-author-clean',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-author-clean'],
  summary: 'The author is not just a name.',
  why: 'Directories group shows by author; an address or keywords there break that, and can get the show refused.',
  source: 'Apple Podcasts',
  remedy: 'Write the name of the organisation alone.',
  *check({ content }) {
    const { author } = content;
    const what = faults.find(({ form }) => form.test(author))?.what;
    if (what === undefined) return;
    yield {
      at: ['author'],
      message: `The author "${author}" holds ${what}.`,
      remedy: 'Write the name of the organisation alone, as it should appear below the title in apps.',
    };
  },
});

const faults: readonly { readonly form: RegExp; readonly what: string }[] = [
  { form: /[^\s@]+@[^\s@]+\.[a-z]{2,}/i, what: 'an e-mail address' },
  { form: /https?:|www\./i, what: 'a web address' },
  { form: /\s[|•»]\s|(?:,[^,]+){4}/, what: 'a list of words' },
  { form: /<[a-z/][^>]*>|&[a-z]+;/i, what: 'mark-up' },
];
