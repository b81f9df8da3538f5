import type { Show } from '../../model/show.ts';
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
    const sure = certain.find(({ form }) => form.test(content.title))?.what;
    const what = sure ?? likely(content);
    if (what === undefined) return;
    yield {
      at: ['title'],
      severity: sure === undefined ? 'warning' : 'error',
      message: `The title "${content.title}" holds more than the name of the show: ${what}.`,
      remedy: 'Keep the name alone, and say the rest in the description below the second ---.',
    };
  },
});

const certain: readonly { readonly form: RegExp; readonly what: string }[] = [
  { form: /\s[|•·»~]\s/, what: 'parts divided by signs' },
  { form: /\b(?:ep|episode)\.?\s*\d|#\d/i, what: 'the number of an episode' },
  { form: /https?:|www\./i, what: 'a web address' },
];

/** What may be part of the name after all. */
function likely({ title, hosts }: Show): string | undefined {
  if (/(?:,[^,]+){3}/.test(title)) return 'a list of words';
  const host = hosts.find(({ name }) => endsWithPerson(title, name));
  return host && `the name of a host, ${host.name}`;
}

function endsWithPerson(title: string, name: string): boolean {
  const ending = ` ${name}`.toLowerCase();
  const before = title.toLowerCase().endsWith(ending) ? title.slice(0, -ending.length) : '';
  return /\b(?:with|by|hosted by|presented by)$/i.test(before);
}
