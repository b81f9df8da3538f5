import { beginningOfBody } from '../body-place.ts';
import { descriptionLimit, feedBytes } from '../description-size.ts';
import { defineRule } from '../rule.ts';

export const itemDescriptionBytes = defineRule({
  id: 'item-description-bytes',
  subject: 'episode',
  severity: 'info',
  enforces: ['item-description-bytes'],
  summary: 'The notes are longer than 4000 bytes and will be cut in the feed.',
  why: 'Directories take at most 4000 bytes, mark-up included. ppod cuts after a whole paragraph and links to the page, which has all of it.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Put what matters most first, or shorten the notes.',
  *check({ content, frontmatter }, { show }) {
    const { footer = '', advisory = '', site = 'https://example.org/' } = show.content ?? {};
    const first = content.advisory === false ? '' : (content.advisory ?? advisory);
    const bytes = feedBytes([first, frontmatter.body, footer].join('\n\n'), site);
    if (bytes <= descriptionLimit) return;
    yield {
      range: beginningOfBody(frontmatter),
      message: `The notes come to ${bytes} bytes with advisory and footer; apps take ${descriptionLimit}, so the feed ends them earlier, with a link to the page.`,
      remedy: 'Put what matters most into the first paragraphs, or shorten the notes.',
    };
  },
});
