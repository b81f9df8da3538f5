import { guidFromSlug, guidOfShow } from '../../model/guids.ts';
import { addedLine } from '../repairs.ts';
import { defineRule } from '../rule.ts';

export const guidMissing = defineRule({
  id: 'guid-missing',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-guid-required', 'item-guid-stable'],
  summary: 'An episode has no guid of its own.',
  why: 'ppod makes one from the file name meanwhile, but renaming the file would then send the episode to every subscriber again.',
  source: 'Apple Podcasts; PSP-1',
  remedy: 'Add a guid once and never change it.',
  *check(entry, { show }) {
    const { content, slug } = entry;
    if (content.guid !== undefined) return;
    // The very guid that a build would make, so that nothing changes for subscribers.
    const isKnown =
      show.content !== undefined && !['site', 'feed', 'guid'].some((key) => show.substituted.includes(key));
    const isOwn = !entry.substituted.some((key) => key === 'guid' || key === 'slug');
    const fix = isKnown && isOwn ? addedLine(entry, 'guid', guidFromSlug(slug, guidOfShow(show.content))) : undefined;
    yield {
      at: ['guid'],
      message: `This episode has no guid, so it has one that depends on its file name ("${slug}"). Renaming the file would show it to every subscriber as new.`,
      remedy: 'Run ppod check --fix, or add a line guid: with any text that no other episode has.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
});
