import { defineRule } from '../rule.ts';

export const slugPlain = defineRule({
  id: 'slug-plain',
  subject: 'episode',
  severity: 'info',
  enforces: ['enclosure-url-ascii'],
  summary: 'The address of the page holds more than small letters, digits and hyphens.',
  why: 'Such an address turns into a row of percent signs when it is shared, and capitals are mistyped.',
  source: 'Apple Podcasts; ppod',
  remedy: 'Rename the file before the episode is published, or add a slug.',
  *check({ content, slug }) {
    if (/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(slug)) return;
    const better = slug
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    yield {
      ...(content.slug === undefined ? {} : { at: ['slug'] }),
      message: `The page of this episode will be at episodes/${slug}/, which is hard to share and to type.`,
      remedy:
        better === ''
          ? 'Add a slug of small letters, digits and hyphens; leave it when the page is already out.'
          : `Rename the file to ${better}.md, or add slug: ${better}. Leave it when the page is already out.`,
    };
  },
});
