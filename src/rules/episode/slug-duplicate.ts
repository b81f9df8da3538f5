import { defineRule } from '../rule.ts';

export const slugDuplicate = defineRule({
  id: 'slug-duplicate',
  subject: 'episode',
  severity: 'error',
  appliesToWithdrawn: true,
  isEssential: true,
  enforces: ['item-link'],
  summary: 'Two episodes would have the same page address.',
  why: 'One page would overwrite the other. The date in front of a file name is not part of the address, nor is its folder.',
  source: 'ppod',
  remedy: 'Rename one of the files, or give one of them a slug.',
  *check({ content, file, slug }, { episodes }) {
    const folded = slug.toLowerCase();
    const other = episodes.find((candidate) => candidate.file < file && candidate.slug.toLowerCase() === folded);
    if (other === undefined) return;
    yield {
      ...(content.slug === undefined ? {} : { at: ['slug'] }),
      message: `This episode and ${other.file} would both be published as episodes/${slug}/.`,
      remedy: `Rename one of the two files, or add a line such as slug: ${slug}-2 to the newer one.`,
    };
  },
});
