import type { Rule } from '../rule.ts';
import { artworkMissing } from './artwork-missing.ts';
import { categoryUnknown } from './category-unknown.ts';
import { noPublishedEpisode } from './no-published-episode.ts';
import { showGuidMissing } from './show-guid-missing.ts';

/** The rules that look at show.md. Add a line here and a file beside it. */
export const showRules: readonly Rule<'show'>[] = [
  artworkMissing,
  categoryUnknown,
  noPublishedEpisode,
  showGuidMissing,
];
