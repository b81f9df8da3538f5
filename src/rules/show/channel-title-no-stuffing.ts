import { defineRule } from '../rule.ts';

export const channelTitleNoStuffing = defineRule({
  id: 'channel-title-no-stuffing',
  subject: 'show',
  severity: 'error',
  enforces: ['channel-title-no-stuffing'],
  summary: 'The name of the show holds more than the name: keywords, a tagline, a person or a number.',
  why: 'Apple Podcasts refuses and removes shows whose title is used to be found by words.',
  source: 'Apple Podcasts',
  remedy: 'Keep the name alone; say the rest in the description.',
  *check({ content }) {
    const fault = stuffing.find(({ form }) => form.test(content.title));
    const host = content.hosts.find(({ name }) => endsWithPerson(content.title, name));
    const what = fault?.what ?? (host === undefined ? undefined : `the name of a host, ${host.name}`);
    if (what === undefined) return;
    yield {
      at: ['title'],
      message: `The title "${content.title}" holds more than the name of the show: ${what}.`,
      remedy: 'Keep the name alone, and say the rest in the description below the second ---.',
    };
  },
});

const stuffing: readonly { readonly form: RegExp; readonly what: string }[] = [
  { form: /\s[|•·»~]\s/, what: 'parts divided by signs' },
  { form: /(?:,[^,]+){3}/, what: 'a list of words' },
  { form: /\b(?:ep|episode)\.?\s*\d|#\d/i, what: 'the number of an episode' },
  { form: /https?:|www\./i, what: 'a web address' },
];

function endsWithPerson(title: string, name: string): boolean {
  const ending = ` ${name}`.toLowerCase();
  const before = title.toLowerCase().endsWith(ending) ? title.slice(0, -ending.length) : '';
  return /\b(?:with|by|hosted by|presented by)$/i.test(before);
}
