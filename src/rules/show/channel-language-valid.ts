import { isLanguage, suggestLanguage } from '../../model/languages.ts';
import { defineRule } from '../rule.ts';

export const channelLanguageValid = defineRule({
  id: 'channel-language-valid',
  subject: 'show',
  severity: 'error',
  enforces: ['channel-language-valid'],
  summary: 'The language is not a code that directories know.',
  why: 'Apple Podcasts refuses a feed whose language it does not know, and shows are listed by it.',
  source: 'Apple Podcasts; ISO 639; ISO 3166',
  remedy: 'Write a two-letter language, perhaps with a hyphen and a two-letter country, such as en-GB.',
  *check({ content }) {
    if (isLanguage(content.language)) return;
    const meant = suggestLanguage(content.language);
    yield {
      at: ['language'],
      message: `"${content.language}" is not a language code that directories know.`,
      remedy:
        meant === undefined
          ? 'Write a two-letter code, perhaps with a country, such as en-GB, cy or fr-FR.'
          : `Did you mean ${meant}?`,
    };
  },
});
