import type { SourceItem } from '../feeds/feed.ts';
import type { ChangeKind } from './kinds.ts';

/** One thing that subscribers would see, or suffer. */
export interface Change {
  readonly kind: ChangeKind;
  /** What happened, with both values, in plain words. */
  readonly message: string;
  /** The item as it is now; absent for one that is gone and for the show. */
  readonly after?: SourceItem | undefined;
  readonly before?: SourceItem | undefined;
  /** The key of the frontmatter where the cause most likely is. */
  readonly key?: string;
}

export interface CompareContext {
  /** Where subscribers find the feed today; without it what the feed says of itself counts. */
  readonly address?: string | undefined;
  /** The guids of episodes that were withdrawn on purpose. */
  readonly retired: ReadonlySet<string>;
  /** The size of the cover in bytes, as it is served and as it would be, where both are known. */
  readonly artworkBytes?: { readonly before: number; readonly after: number } | undefined;
}
