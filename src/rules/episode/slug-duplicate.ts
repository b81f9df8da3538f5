import type { EpisodeEntry } from '../../model/project.ts';
import { earlierEpisodeWith } from '../earlier-episode.ts';
import { defineRule } from '../rule.ts';

/** Some disks and servers tell no capitals from small letters. */
const folderOf = ({ slug }: EpisodeEntry) => slug.toLowerCase();

export const slugDuplicate = defineRule({
  id: 'slug-duplicate',
  subject: 'episode',
  compares: true,
  severity: 'error',
  appliesToWithdrawn: true,
  isEssential: true,
  enforces: ['item-link'],
  summary: 'Two episodes would have the same page address.',
  why: 'One page would overwrite the other. The date in front of a file name is not part of the address, nor is its folder.',
  source: 'ppod',
  remedy: 'Rename one of the files, or give one of them a slug.',
  *check(episode, project) {
    const other = earlierEpisodeWith(folderOf, episode, project);
    if (other === undefined) return;
    const { content, slug } = episode;
    yield {
      ...(content.slug === undefined ? {} : { at: ['slug'] }),
      message: `This episode and ${other.file} would both be published as episodes/${slug}/.`,
      remedy: `Rename one of the two files, or add a line such as slug: ${slug}-2 to the newer one.`,
    };
  },
});
