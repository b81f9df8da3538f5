import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const itemDescriptionHtml = defineRule({
  id: 'item-description-html',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-description-html'],
  summary: 'The notes hold a picture, which neither the page nor apps show.',
  why: 'Apps show text, lists and links; a picture would be fetched from elsewhere and is left out.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Say in words what the picture shows, or make it the artwork of the episode.',
  *check(entry) {
    for (const { alt, range } of notesOf(entry).pictures) {
      yield {
        range,
        message:
          alt === ''
            ? 'The notes hold a picture without a description, which will be left out entirely.'
            : `The notes hold a picture; only its description, "${alt}", will be left.`,
        remedy: 'Say in words what it shows, link to it, or make it the artwork of the episode.',
      };
    }
  },
});
