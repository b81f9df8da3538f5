import { defineRule } from '../rule.ts';
import { listedChapters } from './listed.ts';

export const chaptersHttps = defineRule({
  id: 'chapters-https',
  subject: 'episode',
  severity: 'error',
  enforces: ['chapters-https'],
  summary: 'The link or picture of a chapter is not at an https address.',
  why: 'Apps open no other link from a chapter; http can be read and changed on the way.',
  source: 'Podcasting 2.0',
  remedy: 'Write the whole address, beginning with https://.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    for (const [index, { url, image }] of (listed?.chapters ?? []).entries()) {
      if (url !== undefined && !isHttps(url)) {
        yield {
          ...listed?.place(index),
          message: `The link of this chapter, "${url}", does not begin with https://.`,
          remedy: 'Write the whole address, beginning with https://, or remove the link.',
        };
      }
      if (image !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(image) && !isHttps(image)) {
        yield {
          ...listed?.place(index),
          message: `The picture of this chapter, "${image}", does not begin with https://.`,
          remedy: 'Put the picture into media/ and write its name, or an address that begins with https://.',
        };
      }
    }
  },
});

function isHttps(url: string): boolean {
  return /^https:\/\/[^/]/i.test(url) && URL.canParse(url);
}
